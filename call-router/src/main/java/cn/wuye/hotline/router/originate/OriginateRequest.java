package cn.wuye.hotline.router.originate;

import java.time.Duration;
import java.util.Map;

/**
 * A phone to ring, and where to put whoever answers.
 *
 * @param channel what Asterisk dials, {@code PJSIP/100} or {@code
 *     Local/13900000001@hotline-outbound}
 * @param context the context the answerer is put into
 * @param extension the extension in it; priority 1
 * @param callerId what the rung phone shows, {@code "name" <number>} or a number; empty for none
 * @param timeout how long it may ring; 1 s – 10 min
 * @param variables set on the new channel; a name starting with {@code _} is inherited
 */
public record OriginateRequest(
    String channel,
    String context,
    String extension,
    String callerId,
    Duration timeout,
    Map<String, String> variables) {

  public OriginateRequest {
    variables = Map.copyOf(variables);
    oneLine("channel", channel);
    oneLine("context", context);
    oneLine("extension", extension);
    oneLine("callerId", callerId);
    variables.forEach(
        (name, value) -> {
          oneLine("variable name", name);
          oneLine(name, value);
        });
    if (timeout.toMillis() < 1000 || timeout.toMinutes() > 10) {
      throw new IllegalArgumentException("timeout must be 1 s – 10 min, is " + timeout);
    }
  }

  /** A line break in a value would be read by Asterisk as another header of the action. */
  private static void oneLine(String what, String value) {
    if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(what + " holds a line break");
    }
  }
}
