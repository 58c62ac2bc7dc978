package cn.wuye.hotline.backend.floor.line;

import java.time.Instant;

/**
 * A part of what is done after each change, and every second. They are done one after the other in
 * the order of their beans, by one thread.
 */
public interface Round {
  /** Does it; returns within milliseconds. */
  void round(Instant now);
}
