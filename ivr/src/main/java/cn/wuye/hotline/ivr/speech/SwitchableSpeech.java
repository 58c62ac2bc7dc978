package cn.wuye.hotline.ivr.speech;

import cn.wuye.hotline.ivr.conversation.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The recogniser of a node whose model can be changed while calls go on: new calls use the new one,
 * calls in progress keep the one they began with, and that is closed when the last of them is over.
 * Recordings may have a model of their own. Thread-safe.
 */
public final class SwitchableSpeech implements SpeechRecognizer {
  private SharedEngine live;
  private @Nullable SharedEngine recordings;
  private boolean closed;

  /**
   * @param live what calls begin with
   */
  public SwitchableSpeech(SpeechRecognizer live) {
    this.live = new SharedEngine(live);
  }

  /**
   * Takes another recogniser into use for calls that begin from now on.
   *
   * @param onOldClosed told on another thread when the old one is closed and its memory is free
   */
  public void use(SpeechRecognizer next, Runnable onOldClosed) {
    SharedEngine old;
    synchronized (this) {
      old = live;
      live = new SharedEngine(next);
    }
    old.retire(onOldClosed);
  }

  /**
   * Takes another recogniser into use for recordings; empty for the one of calls.
   *
   * @param onOldClosed told on another thread when the old one, if there was any, is closed
   */
  public void useForRecordings(Optional<SpeechRecognizer> next, Runnable onOldClosed) {
    SharedEngine old;
    synchronized (this) {
      old = recordings;
      recordings = next.map(SharedEngine::new).orElse(null);
    }
    if (old != null) {
      old.retire(onOldClosed);
    }
  }

  @Override
  public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
    SharedEngine chosen;
    synchronized (this) {
      if (closed) {
        return Optional.empty();
      }
      SharedEngine own = recordings;
      chosen = vocabulary instanceof Vocabulary.Recording && own != null ? own : live;
      // Inside the lock, lest it is retired between choosing and taking it.
      chosen.take();
    }
    return chosen.begin(vocabulary, onPartial);
  }

  @Override
  public SpeechRecognizer forCall(Call call) {
    SharedEngine chosen;
    synchronized (this) {
      chosen = live;
      chosen.take();
    }
    return chosen.lend();
  }

  @Override
  public List<String> unspellable(Vocabulary vocabulary) {
    return current().unspellable(vocabulary);
  }

  private synchronized SpeechRecognizer current() {
    return live.recognizer();
  }

  @Override
  public Status status() {
    SharedEngine own;
    synchronized (this) {
      own = recordings;
    }
    Status calls = current().status();
    if (own == null) {
      return calls;
    }
    Status late = own.recognizer().status();
    return new Status(
        calls.available(),
        calls.description() + "；通话后的录音：" + late.description(),
        calls.open() + late.open(),
        calls.created() + late.created());
  }

  /** Of the models in use now; those of a model that was changed are gone with it. */
  @Override
  public SpeechFigures figures() {
    SharedEngine own;
    synchronized (this) {
      own = recordings;
    }
    SpeechFigures calls = current().figures();
    if (own == null) {
      return calls;
    }
    SpeechFigures late = own.recognizer().figures();
    return new SpeechFigures(
        calls.decoding().plus(late.decoding()),
        calls.sound().plus(late.sound()),
        calls.refused() + late.refused());
  }

  @Override
  public void close() {
    SharedEngine own;
    SharedEngine calls;
    synchronized (this) {
      closed = true;
      own = recordings;
      calls = live;
    }
    calls.closeNow();
    if (own != null) {
      own.closeNow();
    }
  }
}
