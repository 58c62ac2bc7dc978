package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.persistence.Coded;

/** By what way residents are asked. */
public enum PollChannel implements Coded {
  /** She is phoned. */
  PHONE("phone"),
  /** A message brings a link. */
  PAGE("page"),
  /** A message brings a link; who has not answered two days later is phoned. */
  BOTH("both");

  private final String code;

  PollChannel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether a message brings a link. */
  public boolean byPage() {
    return this != PHONE;
  }
}
