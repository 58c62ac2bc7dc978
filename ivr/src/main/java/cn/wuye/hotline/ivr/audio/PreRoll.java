package cn.wuye.hotline.ivr.audio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** The last moments of sound, kept because speech is only known to be speech a little late. */
final class PreRoll {
  private final Deque<byte[]> frames = new ArrayDeque<>();

  /** Keeps a frame, and of the older ones only so many that {@code most} remain. */
  void add(byte[] frame, int most) {
    frames.addLast(frame);
    while (frames.size() > most) {
      frames.removeFirst();
    }
  }

  /** Hands over everything kept, oldest first, and forgets it. */
  void drain(Consumer<byte[]> taker) {
    byte[] frame;
    while ((frame = frames.pollFirst()) != null) {
      taker.accept(frame);
    }
  }

  void clear() {
    frames.clear();
  }
}
