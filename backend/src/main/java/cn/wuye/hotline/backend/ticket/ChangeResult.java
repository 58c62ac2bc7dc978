package cn.wuye.hotline.backend.ticket;

import java.util.List;
import java.util.Set;

/** How a wish to change a ticket ended. Only the first changed anything. */
public sealed interface ChangeResult {
  /** Done; or nothing had to be done, because the ticket was like that already. */
  record Done(Ticket ticket) implements ChangeResult {}

  /** There is no such ticket for the one who asks. */
  record Unknown(TicketNumber number) implements ChangeResult {}

  /**
   * Somebody else was faster.
   *
   * @param now the ticket as it is
   * @param since what happened since the version that the wish was based on
   */
  record Stale(Ticket now, List<TicketEvent> since) implements ChangeResult {}

  /**
   * The verb is not allowed where the ticket stands.
   *
   * @param possible what would be
   */
  record Refused(Ticket now, Verb verb, Set<Verb> possible) implements ChangeResult {}

  /**
   * A value is not acceptable.
   *
   * @param reason which rule it breaks
   * @param possible what could be chosen instead
   */
  record Invalid(Invalidity reason, String value, List<Possible> possible) implements ChangeResult {
    public Invalid {
      possible = List.copyOf(possible);
    }

    /** A value for which there is no list to choose from. */
    public Invalid(Invalidity reason, String value) {
      this(reason, value, List.of());
    }
  }

  /** A value that would be accepted, with its names. */
  record Possible(String code, String zh, String en) {}
}
