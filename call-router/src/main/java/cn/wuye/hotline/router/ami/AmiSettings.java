package cn.wuye.hotline.router.ami;

import java.time.Duration;

/**
 * Where Asterisk's manager interface is and how patient the connection is with it.
 *
 * @param password never shown by {@link #toString()}
 * @param actionTimeout how long one action may take, the login's steps included; 100 ms – 60 s
 * @param pingEvery how often the connection is proved alive; a connection that is silent for three
 *     times as long is given up; 100 ms – 5 min
 * @param firstRetry the pause after the first failure; doubles up to {@code longestRetry}
 * @param longestRetry the longest pause between attempts
 * @param refusedRetry the pause after a refused login: longer, so that a wrong password neither
 *     fills Asterisk's log nor gets this machine banned
 */
public record AmiSettings(
    String host,
    int port,
    String user,
    String password,
    Duration actionTimeout,
    Duration pingEvery,
    Duration firstRetry,
    Duration longestRetry,
    Duration refusedRetry) {

  public AmiSettings {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("AMI port out of 1–65535: " + port);
    }
    within("actionTimeout", actionTimeout, Duration.ofMillis(100), Duration.ofMinutes(1));
    within("pingEvery", pingEvery, Duration.ofMillis(100), Duration.ofMinutes(5));
    within("firstRetry", firstRetry, Duration.ofMillis(1), longestRetry);
    within("refusedRetry", refusedRetry, Duration.ofMillis(1), Duration.ofHours(1));
  }

  /** The usual patience: 2 s an action, ping every 5 s, retries after 0.25–5 s, 30 s if refused. */
  public static AmiSettings of(String host, int port, String user, String password) {
    return new AmiSettings(
        host,
        port,
        user,
        password,
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofMillis(250),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30));
  }

  private static void within(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "AMI " + name + " must be " + least + " to " + most + ", is " + value);
    }
  }

  @Override
  public String toString() {
    return user + "@" + host + ":" + port;
  }
}
