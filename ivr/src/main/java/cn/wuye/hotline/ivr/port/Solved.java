package cn.wuye.hotline.ivr.port;

/** What a resident says to whether her problem was solved. */
public enum Solved {
  SOLVED,
  PARTLY,
  NOT_SOLVED
}
