package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.persistence.Coded;
import java.util.Arrays;

/** What the hotline phones residents for of itself. */
public enum CallKind implements Coded {
  /** A survey about a ticket that was solved. */
  TICKET("survey"),
  /** A survey that belongs to no ticket. */
  POLL("poll");

  private final String code;

  CallKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** The name of a call and of its channel: unique, and the same on every node. */
  public String callId(long id, int attempt) {
    return code + "-" + id + "-" + attempt;
  }

  /** Whether a channel is that of such a call. */
  public static boolean isCall(String channelId) {
    return Arrays.stream(values()).anyMatch(kind -> channelId.startsWith(kind.code + "-"));
  }
}
