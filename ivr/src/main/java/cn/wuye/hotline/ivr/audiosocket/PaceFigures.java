package cn.wuye.hotline.ivr.audiosocket;

import java.util.concurrent.atomic.LongAdder;

/** How punctual the frames of all calls are. Shared by all pacers of a server. */
public final class PaceFigures {
  private final LongAdder frames = new LongAdder();
  private final LongAdder late = new LongAdder();

  void beat(boolean wasLate) {
    frames.increment();
    if (wasLate) {
      late.increment();
    }
  }

  /** Frames sent since the start. */
  public long frames() {
    return frames.sum();
  }

  /** Of these, the frames that left more than one frame's time (20 ms) after they were due. */
  public long late() {
    return late.sum();
  }
}
