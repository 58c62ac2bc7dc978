package cn.wuye.hotline.ivr.agi;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the telephone listens, and its limits.
 *
 * @param agi where Asterisk finds the FastAGI server; loopback or a private address; port 0 takes a
 *     free one
 * @param audioSocket where Asterisk brings the sound; the same rules
 * @param scratch a folder that Asterisk may write short-lived files into while a call runs by plain
 *     AGI; made when missing
 * @param decodeBudget how long a caller is kept waiting for the text of what she said, 0.1–5 s
 */
public record TelephoneSettings(
    InetSocketAddress agi, InetSocketAddress audioSocket, Path scratch, Duration decodeBudget) {

  public static final Duration DEFAULT_DECODE_BUDGET = Duration.ofMillis(1500);

  public TelephoneSettings {
    if (decodeBudget.compareTo(Duration.ofMillis(100)) < 0
        || decodeBudget.compareTo(Duration.ofSeconds(5)) > 0) {
      throw new IllegalArgumentException("decodeBudget must be 0.1-5 s, not " + decodeBudget);
    }
  }

  /** With the default limits. */
  public static TelephoneSettings of(
      InetSocketAddress agi, InetSocketAddress audioSocket, Path scratch) {
    return new TelephoneSettings(agi, audioSocket, scratch, DEFAULT_DECODE_BUDGET);
  }
}
