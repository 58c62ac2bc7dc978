package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import java.util.List;
import java.util.Optional;

/**
 * What became of earlier tickets. Answers within 2 s; all that it tells comes from the database.
 */
public interface TicketProgress {
  /** Knows of no ticket. */
  TicketProgress NONE =
      new TicketProgress() {
        @Override
        public List<TicketStatus> recent(PhoneNumber caller) {
          return List.of();
        }

        @Override
        public Finding find(String digits, Optional<PhoneNumber> caller) {
          return new Finding.NotFound();
        }

        @Override
        public Optional<TicketStatus> earlier(
            Optional<PhoneNumber> caller, Place place, Intent intent) {
          return Optional.empty();
        }
      };

  /**
   * The tickets that belong to a number: open, or solved in the last 30 days; the newest first, 3
   * at most.
   *
   * @throws ProgressUnavailable while the database is away
   */
  List<TicketStatus> recent(PhoneNumber caller);

  /**
   * The ticket of a number that the caller said or keyed.
   *
   * @param digits as understood; a wrong check digit and a ticket that does not exist are the same
   * @param caller empty when withheld
   * @throws ProgressUnavailable while the database is away
   */
  Finding find(String digits, Optional<PhoneNumber> caller);

  /**
   * An earlier ticket about the same thing: same number or same dwelling, same category and
   * sub-category, not long ago. Empty also while the database is away: then a new ticket is opened.
   *
   * @param caller empty when withheld
   */
  Optional<TicketStatus> earlier(Optional<PhoneNumber> caller, Place place, Intent intent);

  /** What a ticket number led to. */
  sealed interface Finding {
    /** A ticket; a stranger's shows itself by {@link TicketStatus#own()}. */
    record Found(TicketStatus ticket) implements Finding {}

    /** No ticket of this number. */
    record NotFound() implements Finding {}

    /** So many were asked for in vain, or by strangers, that nothing more is told for a while. */
    record TooMany() implements Finding {}
  }
}
