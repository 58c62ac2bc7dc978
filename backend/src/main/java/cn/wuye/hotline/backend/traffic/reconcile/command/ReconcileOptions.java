package cn.wuye.hotline.backend.traffic.reconcile.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command was asked for.
 *
 * @param from calls that begin from then on
 * @param to and before then
 * @param queueLog Asterisk's
 * @param cdr Asterisk's
 */
record ReconcileOptions(String node, Instant from, Instant to, Path queueLog, Path cdr) {
  private static final List<String> NEEDED = List.of("--node", "--queue-log", "--cdr");
  private static final List<String> KNOWN =
      List.of("--node", "--queue-log", "--cdr", "--from", "--to");

  /**
   * Reads a command line: options, and a day, which is today when it is left out.
   *
   * @param zone whose days are meant
   * @throws IllegalArgumentException with what is wrong
   */
  static ReconcileOptions of(String[] arguments, ZoneId zone, Clock clock) {
    Map<String, String> options = new HashMap<>();
    String day = LocalDate.ofInstant(clock.instant(), zone).toString();
    for (int i = 0; i < arguments.length; i++) {
      if (KNOWN.contains(arguments[i]) && i + 1 < arguments.length) {
        options.put(arguments[i], arguments[++i]);
      } else if (arguments[i].startsWith("-")) {
        throw new IllegalArgumentException("unknown, or without a value: " + arguments[i]);
      } else {
        day = arguments[i];
      }
    }
    for (String needed : NEEDED) {
      if (!options.containsKey(needed)) {
        throw new IllegalArgumentException(needed + " is missing");
      }
    }
    try {
      LocalDate date = LocalDate.parse(day);
      return new ReconcileOptions(
          options.getOrDefault("--node", ""),
          options.containsKey("--from")
              ? Instant.parse(options.getOrDefault("--from", ""))
              : date.atStartOfDay(zone).toInstant(),
          options.containsKey("--to")
              ? Instant.parse(options.getOrDefault("--to", ""))
              : date.plusDays(1).atStartOfDay(zone).toInstant(),
          Path.of(options.getOrDefault("--queue-log", "")),
          Path.of(options.getOrDefault("--cdr", "")));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a day is 2026-03-01, a moment 2026-03-01T01:00:00Z", e);
    }
  }
}
