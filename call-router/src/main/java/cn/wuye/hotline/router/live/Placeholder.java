package cn.wuye.hotline.router.live;

import java.util.Optional;

/**
 * What stands in a queue for somebody who is not there: a call-back, or an emergency for which an
 * agent is looked for. Asterisk distributes it like a caller; it is one half of a Local channel.
 */
public final class Placeholder {
  /** Asterisk's name for the half that executes the dialplan, after the name of the other. */
  private static final String WAITING_HALF = ";2";

  private Placeholder() {}

  /** Whether nobody waits in person in a channel. */
  public static boolean is(String call) {
    return call.endsWith(WAITING_HALF);
  }

  /** The name under which it was ordered; empty for a caller's own channel. */
  public static Optional<String> order(String call) {
    return is(call)
        ? Optional.of(call.substring(0, call.length() - WAITING_HALF.length()))
        : Optional.empty();
  }
}
