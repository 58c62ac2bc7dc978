package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.grammar.Hypothesis;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A model without native code, with failure switches. Its recognisers hear the characters that
 * {@link #say} encodes, and complain about being used wrongly.
 */
final class FakeModel implements NativeModel {
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  final List<String> misuse = new CopyOnWriteArrayList<>();
  final AtomicBoolean freed = new AtomicBoolean();

  /** Opening a recogniser fails. */
  volatile boolean refuses;

  /** Decoding fails. */
  volatile boolean throwsUp;

  /** Decoding hangs until the latch is released. */
  volatile @Nullable CountDownLatch stuck;

  /** Sound of one syllable: 0.1 s that stands for a character. */
  static byte[] say(String text) {
    byte[] pcm = new byte[1600 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      pcm[1600 * i] = (byte) text.charAt(i);
      pcm[1600 * i + 1] = (byte) (text.charAt(i) >> 8);
    }
    return pcm;
  }

  @Override
  public boolean has(String word) {
    return word.equals("[unk]") || (word.length() == 1 && Character.isIdeographic(word.charAt(0)));
  }

  @Override
  public NativeRecognizer open(RecognizerKind kind) {
    if (refuses) {
      throw new NativeFailure("refused");
    }
    opened.incrementAndGet();
    return new Fake();
  }

  @Override
  public void close() {
    if (opened.get() != closed.get() || freed.getAndSet(true)) {
      misuse.add("model freed twice, or before its recognisers");
    }
  }

  private final class Fake implements NativeRecognizer {
    private final AtomicBoolean used = new AtomicBoolean();
    private final AtomicBoolean gone = new AtomicBoolean();
    private final List<String> heard = new ArrayList<>();

    @Override
    public boolean accept(byte[] pcm, int length) {
      enter();
      try {
        CountDownLatch hangs = stuck;
        if (hangs != null) {
          hangs.await();
        }
        if (throwsUp) {
          throw new NativeFailure("threw up");
        }
        for (int i = 0; i + 1 < length; i += 2) {
          char c = (char) ((pcm[i] & 0xff) | (pcm[i + 1] << 8));
          if (c != 0) {
            heard.add(String.valueOf(c));
          }
        }
        return false;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        used.set(false);
      }
    }

    @Override
    public List<Hypothesis> result() {
      throw new NativeFailure("no utterance has ended");
    }

    @Override
    public String partial() {
      return String.join(" ", heard);
    }

    @Override
    public List<Hypothesis> finish() {
      enter();
      Hypothesis all = Hypothesis.of(String.join(" ", heard));
      heard.clear();
      used.set(false);
      return List.of(all);
    }

    @Override
    public void close() {
      if (gone.getAndSet(true) || used.get()) {
        misuse.add("closed twice, or while in use");
      }
      closed.incrementAndGet();
    }

    private void enter() {
      if (used.getAndSet(true) || gone.get() || freed.get()) {
        misuse.add("used by two threads at once, or after its end");
      }
    }
  }
}
