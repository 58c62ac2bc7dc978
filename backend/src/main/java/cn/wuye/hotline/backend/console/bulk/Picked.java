package cn.wuye.hotline.backend.console.bulk;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.Optional;

/**
 * A ticket that was chosen.
 *
 * @param version that the preview showed; -1 before there was any
 */
record Picked(TicketNumber number, long version) {
  private static final int NO_VERSION = -1;

  /** Of {@code 1000009} or {@code 1000009:4}; empty for anything else. */
  static Optional<Picked> of(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return TicketNumber.find(text.strip()).map(number -> new Picked(number, NO_VERSION));
    }
    String version = text.substring(colon + 1);
    return version.matches("[0-9]{1,18}")
        ? TicketNumber.find(text.substring(0, colon))
            .map(number -> new Picked(number, Long.parseLong(version)))
        : Optional.empty();
  }

  /** As {@link #of} reads it. */
  @Override
  public String toString() {
    return number + ":" + version;
  }
}
