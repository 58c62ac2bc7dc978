package cn.wuye.hotline.ivr.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.ivr.audio.BrokenWav;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriberTest {
  /** "Hears" how many tenths of a second each utterance had. */
  private static final class Counting implements SpeechRecognizer, SpeechRecognizer.Recognition {
    final List<Integer> utterances = new ArrayList<>();
    boolean slow;
    boolean closed;
    private int bytes;

    @Override
    public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
      assertThat(vocabulary).isEqualTo(new Vocabulary.Recording());
      return Optional.of(this);
    }

    @Override
    public void accept(byte[] pcm) {
      bytes += pcm.length;
    }

    @Override
    public Recognized finish(Duration budget) {
      utterances.add(bytes / 1600);
      bytes = 0;
      return new Recognized("话", 0.5, !slow);
    }

    @Override
    public Status status() {
      return new Status(true, "", 0, 0);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final Counting recognizer = new Counting();
  private final Transcriber transcriber = new Transcriber(recognizer);

  private static byte[] sound(double... secondsOfNoiseAndSilence) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    boolean noise = true;
    for (double seconds : secondsOfNoiseAndSilence) {
      byte[] pcm = new byte[(int) (seconds * 8000) * 2];
      for (int i = 1; noise && i < pcm.length; i += 2) {
        pcm[i] = (byte) (i / 2 % 2 == 0 ? 20 : -20);
      }
      out.writeBytes(pcm);
      noise = !noise;
    }
    return out.toByteArray();
  }

  @Test
  void silenceIsNotDecoded() {
    assertThat(transcriber.transcribe(sound(2, 10, 1, 1, 1, 5)))
        .contains(new Recognized("话，话", 1 / 3.0, true));
    assertThat(recognizer.utterances).containsExactly(23, 36);
    assertThat(recognizer.closed).isTrue();
  }

  @Test
  void aLongMonologueIsCutEveryMinuteAndNothingIsLost() {
    transcriber.transcribe(sound(150));
    assertThat(recognizer.utterances).hasSize(3).allMatch(tenths -> tenths <= 600);
    assertThat(recognizer.utterances.stream().mapToInt(each -> each).sum()).isEqualTo(1500);
  }

  @Test
  void whatIsNotWholeIsTriedAgainLater() {
    recognizer.slow = true;
    assertThat(transcriber.transcribe(sound(2))).isEmpty();
    assertThat(new Transcriber(new NoSpeech("没有")).transcribe(sound(2))).isEmpty();
  }

  @Test
  void nobodySpeaks() {
    assertThat(transcriber.transcribe(new byte[160_000])).contains(new Recognized("", 0, true));
    assertThat(transcriber.transcribe(new byte[0])).contains(new Recognized("", 0, true));
  }

  @Test
  void aBrokenFileIsAClearError(@TempDir Path folder) throws Exception {
    Path broken = Files.write(folder.resolve("broken.wav"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> transcriber.transcribe(broken))
        .isInstanceOf(BrokenWav.class)
        .hasMessageContaining("broken.wav");
  }
}
