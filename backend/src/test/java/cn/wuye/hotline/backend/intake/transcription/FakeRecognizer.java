package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Understands what it was told to; counts what it was given. */
final class FakeRecognizer implements SpeechRecognizer {
  final Deque<Recognized> answers = new ArrayDeque<>();
  final List<Integer> bytesHeard = new ArrayList<>();
  boolean available = true;
  boolean standIn;
  int open;

  @Override
  public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
    if (!available || !(vocabulary instanceof Vocabulary.Recording)) {
      return Optional.empty();
    }
    open++;
    return Optional.of(new Heard());
  }

  @Override
  public Status status() {
    return new Status(available, "fake", open, open);
  }

  @Override
  public void close() {
    available = false;
  }

  private final class Heard implements Recognition {
    private int bytes;

    @Override
    public void accept(byte[] pcm) {
      bytes += pcm.length;
    }

    @Override
    public Recognized finish(Duration budget) {
      bytesHeard.add(bytes);
      Recognized answer = answers.poll();
      return answer == null ? Recognized.NOTHING : answer;
    }

    @Override
    public boolean byStandIn() {
      return standIn;
    }

    @Override
    public void close() {
      open--;
    }
  }
}
