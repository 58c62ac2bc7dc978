package cn.wuye.hotline.backend.traffic;

/** How the waiting of a caller in a queue has ended. */
public enum Outcome {
  /** Not yet. */
  WAITING,
  ANSWERED,
  ABANDONED,
  LEFT_BY_KEY,
  CALL_BACK_ASKED,
  TIMED_OUT,
  EMPTY,
  MOVED,
  LOST
}
