package cn.wuye.hotline.ivr.port;

/** Nothing can be told of earlier tickets now. */
public final class ProgressUnavailable extends RuntimeException {
  public ProgressUnavailable(String why, Throwable cause) {
    super(why, cause);
  }
}
