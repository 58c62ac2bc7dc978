package cn.wuye.hotline.ivr.port;

/** What she is asked about separately when she was not satisfied with the whole. */
public enum Aspect {
  ATTITUDE,
  SPEED,
  RESULT
}
