package cn.wuye.hotline.backend.related.merge;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.MergedTickets;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketChanges.Wish;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What people do about tickets that are one matter. */
@Component
public class MergeDesk {
  /** Longest reason, in characters. */
  public static final int MAX_REASON = 500;

  private final TicketChanges changes;
  private final Tickets tickets;
  private final TicketList list;
  private final MergedTickets merged;
  private final MergeRows rows;
  private final Transactions transactions;

  MergeDesk(
      TicketChanges changes,
      Tickets tickets,
      TicketList list,
      MergedTickets merged,
      MergeRows rows,
      Transactions transactions) {
    this.changes = changes;
    this.tickets = tickets;
    this.list = list;
    this.merged = merged;
    this.rows = rows;
    this.transactions = transactions;
  }

  /**
   * What a merge would do.
   *
   * @param survivor the ticket that would go on in the end
   * @param reports how many tickets it would then stand for, itself included
   */
  public record Preview(TicketRow ticket, TicketRow survivor, int reports) {}

  /** Empty when one of them is not there for the one who asks. */
  public Optional<Preview> preview(TicketNumber number, TicketNumber survivor, EstateScope scope) {
    Optional<TicketRow> ticket = list.find(number, scope);
    Optional<TicketRow> head =
        tickets
            .find(survivor, scope)
            .flatMap(named -> merged.head(named.number()))
            .flatMap(found -> list.find(found.number(), scope));
    return ticket.flatMap(
        one ->
            head.map(
                other ->
                    new Preview(
                        one,
                        other,
                        2
                            + merged.under(one.number()).size()
                            + merged.under(other.number()).size())));
  }

  /**
   * The ticket goes on as the survivor, with all that had gone on as it.
   *
   * @param version of the ticket that its author had before her
   * @param reason kept in the timeline
   */
  public ChangeResult merge(
      TicketNumber number, long version, TicketNumber survivor, String reason, SignedInUser by) {
    return changes.markDuplicate(wish(number, version, by), survivor, reason);
  }

  /** Takes a merge back: the ticket stands where it stood, its clocks go on as if never merged. */
  public ChangeResult undo(TicketNumber number, long version, String reason, SignedInUser by) {
    Wish wish = wish(number, version, by);
    return transactions.run(
        () ->
            rows.current(number)
                .map(merge -> changes.standAlone(wish, merge.before(), reason))
                .orElseGet(() -> notMerged(wish)));
  }

  private ChangeResult notMerged(Wish wish) {
    return tickets
        .find(wish.number(), wish.scope())
        .<ChangeResult>map(ticket -> changes.standAlone(wish, ticket.state(), ""))
        .orElseGet(() -> new ChangeResult.Unknown(wish.number()));
  }

  /**
   * They are two matters, however alike they look: neither is offered for the other any more.
   *
   * @return false when one of them is not there for the one who says so
   */
  public boolean distinct(TicketNumber number, TicketNumber other, SignedInUser by) {
    allowed(by);
    return transactions.run(
        () -> {
          Optional<Ticket> one = tickets.find(number, by.scope());
          Optional<Ticket> two = tickets.find(other, by.scope());
          boolean known = one.isPresent() && two.isPresent() && !number.equals(other);
          if (known) {
            rows.distinct(number, other, Actor.user(by.getUsername()));
          }
          return known;
        });
  }

  /** The merge that holds now; the ticket must be visible to who asks. */
  public Optional<Merge> current(TicketNumber number) {
    return rows.current(number);
  }

  /** Those that go on as this one and may be seen, the first opened first. */
  public List<TicketRow> under(TicketNumber number, EstateScope scope) {
    return rows(merged.under(number), scope);
  }

  /** Those of these tickets that may be seen, in this order. */
  public List<TicketRow> rows(List<TicketNumber> numbers, EstateScope scope) {
    Map<TicketNumber, TicketRow> found = list.find(numbers, scope);
    return numbers.stream().flatMap(each -> Stream.ofNullable(found.get(each))).toList();
  }

  private static Wish wish(TicketNumber number, long version, SignedInUser by) {
    allowed(by);
    return new Wish(number, version, Actor.user(by.getUsername()), by.scope());
  }

  private static void allowed(SignedInUser by) {
    if (!by.dispatches()) {
      throw new AccessDeniedException("puts no tickets together");
    }
  }
}
