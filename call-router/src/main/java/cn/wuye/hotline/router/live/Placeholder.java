package cn.wuye.hotline.router.live;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a queue for somebody who is not there: a call-back, or an emergency for which an
 * agent is looked for. Asterisk distributes it like a caller; it is one half of a Local channel.
 */
public final class Placeholder {
  /** Asterisk's name for the half that executes the dialplan, after the name of the other. */
  private static final String WAITING_HALF = ";2";

  private static final String ALARM = "alarm-";
  private static final Pattern OF_CALLER = Pattern.compile(ALARM + "(.+)-[0-9a-f]{8}(?:;[12])?");

  private Placeholder() {}

  /**
   * A new name for what looks for an agent in an emergency: by it alone everybody knows whose it
   * is, also after a restart.
   *
   * @param call the id of the caller's channel
   */
  public static String of(String call) {
    return ALARM + call + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /**
   * The call of the emergency for which a channel looks for an agent, or has found her.
   *
   * @param channel either half; empty for every other channel
   */
  public static Optional<String> caller(String channel) {
    Matcher alarm = OF_CALLER.matcher(channel);
    return alarm.matches() ? Optional.of(alarm.group(1)) : Optional.empty();
  }

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
