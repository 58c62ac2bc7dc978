package cn.wuye.hotline.caller.bench;

import java.util.concurrent.TimeUnit;

/**
 * How punctual the frames of one stream come, as a phone hears it: a frame is late when it comes
 * more than one frame's time after it was due, counted from the most punctual of the last ten. A
 * stream that is shifted or drifts is therefore late once and not for ever.
 */
final class LateFrames {
  private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(20);

  /** A longer hole is as many late frames as fit into it, and the stream begins anew. */
  private static final long HOLE = 5 * FRAME;

  private static final int REMEMBERED = 10;

  private final long[] offsets = new long[REMEMBERED];
  private int known;
  private long sinceBegin;
  private long frames;
  private long late;

  /** The next frame came. */
  void arrived(long nanos) {
    frames++;
    long offset = nanos - sinceBegin * FRAME;
    if (known > 0) {
      long behind = offset - best();
      if (behind > HOLE) {
        late += behind / FRAME;
        known = 0;
        sinceBegin = 0;
        offset = nanos;
      } else if (behind > FRAME) {
        late++;
      }
    }
    offsets[(int) (sinceBegin % REMEMBERED)] = offset;
    known = Math.min(REMEMBERED, known + 1);
    sinceBegin++;
  }

  private long best() {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < known; i++) {
      best = Math.min(best, offsets[i]);
    }
    return best;
  }

  long frames() {
    return frames;
  }

  long late() {
    return late;
  }
}
