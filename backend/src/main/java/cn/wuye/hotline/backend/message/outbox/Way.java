package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.persistence.Coded;

/** Whether a message is written or read. */
enum Way implements Coded {
  /** As the addressee wishes: not decided yet. */
  ANY(""),
  /** By phone. */
  VOICE("voice"),
  /** In writing, whatever she wishes: she was phoned in vain, or is phoned besides. */
  TEXT("text");

  private final String code;

  Way(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
