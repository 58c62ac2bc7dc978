package cn.wuye.hotline.caller.line;

/** Something that is being said on a line: written by its sender, read by who waits for it. */
public final class Spoken {
  private final short[] sound;
  private int at;
  private volatile int startMillis = -1;
  private volatile int endMillis = -1;

  Spoken(short[] sound) {
    this.sound = sound;
  }

  /** Fills the frame; false when it was the last. */
  boolean next(short[] frame, int now) {
    if (startMillis < 0) {
      startMillis = now;
    }
    int length = Math.min(frame.length, sound.length - at);
    System.arraycopy(sound, at, frame, 0, length);
    at += length;
    if (at >= sound.length) {
      endMillis = now + length / 8;
      return false;
    }
    return true;
  }

  public boolean begun() {
    return startMillis >= 0;
  }

  public boolean over() {
    return endMillis >= 0;
  }

  /** When its first sample left; −1 before. */
  public int startMillis() {
    return startMillis;
  }

  /** When its last sample left; −1 before. */
  public int endMillis() {
    return endMillis;
  }
}
