package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.ivr.conversation.CallId;

/**
 * Who did something to a ticket.
 *
 * @param value {@code user:<login>}, {@code call:<call id>} or {@code system:<part>}
 */
public record Actor(String value) {
  public Actor {
    if (!value.matches("(?s)(user|call|system):.{1,74}")) {
      throw new IllegalArgumentException("not an actor: '" + value + "'");
    }
  }

  /** A person who is logged in. */
  public static Actor user(String login) {
    return new Actor("user:" + login);
  }

  /** The caller, through the voice menu. */
  public static Actor call(CallId call) {
    return new Actor("call:" + call.value());
  }

  /** A part of the application. */
  public static Actor system(String part) {
    return new Actor("system:" + part);
  }

  /** Whether a person did it, whose word stands over what a machine understood. */
  public boolean person() {
    return value.startsWith("user:");
  }

  /** The login of a person, the name of a part, the id of a call. */
  public String login() {
    return value.substring(value.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
