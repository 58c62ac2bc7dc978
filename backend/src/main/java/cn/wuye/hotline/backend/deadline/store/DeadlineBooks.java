package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Rules, calendars and the ladder as they are now. They are read anew when their revision has
 * changed, so that every node reckons with what another has saved. Whoever changes them must not
 * ask for them in the same transaction: what is rolled back would be remembered.
 */
@Component
public class DeadlineBooks {
  private static final Logger log = LoggerFactory.getLogger(DeadlineBooks.class);

  private final BookRows rows;
  private final Transactions transactions;
  private final Clock clock;
  private volatile @Nullable DeadlineBook known;

  DeadlineBooks(BookRows rows, Transactions transactions, Clock clock) {
    this.rows = rows;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Asks the database whether they have changed.
   *
   * @throws UnreadableDeadlines when one of them cannot be understood
   */
  public DeadlineBook current() {
    long revision = rows.revision();
    DeadlineBook book = known;
    if (book == null || book.revision() != revision) {
      book = read(revision);
      known = book;
    }
    return book;
  }

  private DeadlineBook read(long revision) {
    try {
      return readAll(revision);
    } catch (RuntimeException failure) {
      if (DatabaseFailure.of(failure) == DatabaseFailure.REFUSED) {
        throw new UnreadableDeadlines(failure);
      }
      throw failure;
    }
  }

  /** Until a node has entered what is shipped, that is what holds: the same with other authors. */
  private DeadlineBook readAll(long revision) {
    List<RuleVersion> rules = rows.rules();
    List<CalendarEdition> calendars = rows.calendars();
    List<LadderVersion> ladders = rows.ladders();
    Instant now = Utc.now(clock);
    return DeadlineBook.of(
        revision,
        rules.isEmpty() ? ShippedDeadlines.rules(Instant.EPOCH, now) : rules,
        calendars.isEmpty() ? List.of(ShippedDeadlines.calendar(now)) : calendars,
        ladders.isEmpty() ? List.of(ShippedDeadlines.ladder(now)) : ladders,
        rows.ofEstates());
  }

  /**
   * What is shipped is entered once, by whichever node is first; nothing is overwritten. Whatever
   * goes wrong, those who wait for the schema after this one are to start.
   */
  @EventListener
  void seed(SchemaReady ready) {
    try {
      int entered = transactions.run(this::enterShipped);
      if (entered > 0) {
        log.info("{} shipped deadline rules and calendars entered", entered);
      }
    } catch (RuntimeException failure) {
      if (DatabaseFailure.of(failure) == DatabaseFailure.REFUSED) {
        log.error("shipped deadlines not entered, the rules need a person", failure);
      } else {
        log.info(
            "shipped deadlines not entered ({}); they hold all the same", failure.getMessage());
      }
    }
  }

  int enterShipped() {
    rows.changing();
    Instant now = Utc.now(clock);
    List<String> there = rows.rules().stream().map(each -> each.rule().ref().id()).toList();
    // A rule that a later release adds must not reach back to tickets that are under way.
    Instant validFrom = there.isEmpty() ? Instant.EPOCH : now;
    List<RuleVersion> missing =
        ShippedDeadlines.rules(validFrom, now).stream()
            .filter(each -> !there.contains(each.rule().ref().id()))
            .toList();
    missing.forEach(rows::insert);
    boolean noLadder = rows.ladders().isEmpty();
    if (noLadder) {
      rows.insert(ShippedDeadlines.ladder(now));
    }
    return missing.size() + (noLadder ? 1 : 0) + (enter(ShippedDeadlines.calendar(now)) ? 1 : 0);
  }

  private boolean enter(CalendarEdition calendar) {
    try {
      rows.insert(calendar);
      return true;
    } catch (DuplicateKeyException known) {
      return false;
    }
  }
}
