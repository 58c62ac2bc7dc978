package cn.wuye.hotline.router.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of Asterisk.
 *
 * @param version as it calls itself; empty until it was asked
 * @param startedAt empty until it told
 * @param carrier the carrier's line, as of the last refresh
 * @param registration the last news of a registration with a carrier ({@code Registered, Rejected,
 *     Unregistered}); empty when there was none since the connection was made
 */
public record ExchangeFacts(
    Optional<String> version,
    Optional<Instant> startedAt,
    Line carrier,
    Optional<String> registration) {
  /** Before anything is known. */
  public static final ExchangeFacts UNKNOWN =
      new ExchangeFacts(Optional.empty(), Optional.empty(), Line.UNKNOWN, Optional.empty());

  /** Whether the far end of a line is there. */
  public enum Line {
    /** No such line is configured. */
    NONE,
    ANSWERS,
    SILENT,
    /** Asterisk does not know, or was not asked. */
    UNKNOWN
  }
}
