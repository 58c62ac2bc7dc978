package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.persistence.Coded;

/** What a contract sets a time for. */
public enum Target implements Coded {
  ACCEPT("accept"),
  ARRIVE("arrive"),
  DONE("done");

  private final String code;

  Target(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
