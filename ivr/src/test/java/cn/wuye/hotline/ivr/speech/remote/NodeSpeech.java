package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The recogniser of this node, which hears {@link Spoken} text and writes what it heard. */
final class NodeSpeech implements SpeechRecognizer {
  final List<Vocabulary> begun = new CopyOnWriteArrayList<>();
  final AtomicInteger open = new AtomicInteger();
  volatile boolean available = true;

  @Override
  public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
    if (!available) {
      return Optional.empty();
    }
    begun.add(vocabulary);
    open.incrementAndGet();
    return Optional.of(new Hearing());
  }

  @Override
  public SpeechRecognizer forCall(Call call) {
    return this;
  }

  @Override
  public Status status() {
    return new Status(available, "this node", open.get(), open.get());
  }

  @Override
  public void close() {}

  private final class Hearing implements Recognition {
    private final Spoken spoken = new Spoken();

    @Override
    public void accept(byte[] pcm) {
      spoken.hear(pcm);
    }

    @Override
    public Recognized finish(Duration budget) {
      String text = spoken.text();
      spoken.forget();
      return new Recognized("node:" + text, 0.9, true);
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
