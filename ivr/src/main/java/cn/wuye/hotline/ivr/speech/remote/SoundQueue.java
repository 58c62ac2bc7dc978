package cn.wuye.hotline.ivr.speech.remote;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Sound on its way to a server. Guarded by its owner. */
final class SoundQueue {
  /** Sound is sent 0.1 s at a time: fewer messages than frames, and still early results. */
  static final int SMALLEST = 1600;

  /** Nor more than 0.4 s at a time. */
  private static final int LARGEST = 6400;

  private final int most;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  /**
   * @param most how many bytes may be on their way, those included that the server has and has not
   *     heard
   */
  SoundQueue(int most) {
    this.most = most;
  }

  /**
   * False when the server does not follow, and the sound was not taken.
   *
   * @param unheard bytes that the server has and has not heard
   */
  boolean add(byte[] pcm, int unheard) {
    if (waiting.size() + pcm.length + unheard > most) {
      return false;
    }
    waiting.writeBytes(pcm);
    return true;
  }

  boolean isEmpty() {
    return waiting.size() == 0;
  }

  /** Whether there is enough for a message. */
  boolean enough() {
    return waiting.size() >= SMALLEST;
  }

  /** The next message. */
  ByteBuffer next() {
    byte[] all = waiting.toByteArray();
    int length = Math.min(all.length, LARGEST);
    waiting.reset();
    waiting.write(all, length, all.length - length);
    return ByteBuffer.wrap(all, 0, length).slice();
  }

  void clear() {
    waiting.reset();
  }
}
