package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where the check of a ticket stands. */
public enum ItemState implements Coded {
  /** Nobody has scored it yet. */
  OPEN("open"),
  SCORED("scored"),
  /** Who is judged does not agree (申诉). */
  DISPUTED("disputed"),
  /** The dispute was answered; nothing follows. */
  ANSWERED("answered");

  private final String code;

  ItemState(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
