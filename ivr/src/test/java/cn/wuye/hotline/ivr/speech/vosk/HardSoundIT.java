package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import cn.wuye.hotline.ivr.speech.vosk.Clips.Clip;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is no clear sentence of one person, by real Vosk with the Chinese test model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardSoundIT {
  private static final Duration FRAME = Duration.ofMillis(20).dividedBy(8);
  private static final Duration LONG = Duration.ofSeconds(60);

  private Optional<SpeechRecognizer> speech = Optional.empty();
  private List<Clip> clips = List.of();

  @BeforeAll
  void open() throws IOException {
    Optional<Path> model = Clips.chineseModel();
    if (model.isEmpty()) {
      System.out.println(
          "NOT RUN: two people at once and 2,000 phrases; HOTLINE_SHARED names no folder with a model");
      return;
    }
    clips = Clips.read(Clips.shared().orElseThrow().resolve("speech")).all();
    speech = Optional.of(Vosk.open(VoskSettings.of(model)));
  }

  @AfterAll
  void close() {
    speech.ifPresent(SpeechRecognizer::close);
  }

  /** Eight times as fast as a call: what waits to be decoded is bounded. */
  private static Recognized hear(SpeechRecognizer speech, Vocabulary vocabulary, byte[] pcm) {
    try (Recognition recognition = speech.begin(vocabulary, partial -> {}).orElseThrow()) {
      for (int at = 0; at < pcm.length; at += Pcm.FRAME_BYTES) {
        recognition.accept(Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + Pcm.FRAME_BYTES)));
        LockSupport.parkNanos(FRAME.toNanos());
      }
      return recognition.finish(LONG);
    }
  }

  /** Her husband talks into it, as loud as she: it is what one of them says, or nothing. */
  @Test
  void ofTwoWhoTalkAtOnceOneIsUnderstoodOrNone() {
    speech.ifPresent(
        vosk -> {
          Vocabulary all = new Vocabulary.Phrases(clips.stream().map(Clip::text).toList());
          List<String> others = new ArrayList<>();
          int understood = 0;
          for (int i = 0; i + 13 < clips.size(); i += 4) {
            Clip one = clips.get(i);
            Clip other = clips.get(i + 13);
            String heard = Clips.plain(hear(vosk, all, mixed(one.pcm(), other.pcm())).text());
            boolean either = one.text().contains(heard) || other.text().contains(heard);
            understood += either && !heard.isEmpty() ? 1 : 0;
            if (!either) {
              others.add(one.text() + " + " + other.text() + ": " + heard);
            }
          }
          System.out.printf(
              "two at once: one understood %d times, others %s%n", understood, others);
          assertThat(others).hasSizeLessThanOrEqualTo(2);
        });
  }

  private static byte[] mixed(byte[] one, byte[] other) {
    short[] a = Pcm.samples(one);
    short[] b = Pcm.samples(other);
    short[] both = Arrays.copyOf(a, Math.max(a.length, b.length));
    for (int i = 0; i < both.length; i++) {
      int sum = both[i] / 2 + (i < b.length ? b[i] / 2 : 0);
      both[i] = (short) sum;
    }
    return Pcm.bytes(both);
  }

  /** All addresses of a large estate beside all sentences. */
  @Test
  void twoThousandPhrasesAreAChoiceLikeAnyOther() {
    speech.ifPresent(
        vosk -> {
          List<String> phrases = new ArrayList<>(clips.stream().map(Clip::text).toList());
          IntStream.range(0, 2_000 - phrases.size())
              .mapToObj(
                  i -> (i / 100 + 1) + "号楼" + (i % 100 / 10 + 1) + "单元" + (101 + i % 10) + "室")
              .forEach(phrases::add);
          Vocabulary all = new Vocabulary.Phrases(phrases);
          List<Clip> some = IntStream.range(0, 25).mapToObj(i -> clips.get(i * 4)).toList();
          long right =
              some.stream()
                  .filter(c -> Clips.plain(hear(vosk, all, c.pcm()).text()).equals(c.text()))
                  .count();
          System.out.printf(
              "2,000 phrases (%d cannot be spelled): %d of %d right%n",
              vosk.unspellable(all).size(), right, some.size());
          assertThat(right).isGreaterThanOrEqualTo(22);
        });
  }
}
