package cn.wuye.hotline.backend.compensation;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.compensation.Compensation.Kind;
import cn.wuye.hotline.backend.compensation.Compensation.State;
import cn.wuye.hotline.backend.compensation.Decision.Done;
import cn.wuye.hotline.backend.compensation.Decision.Refused;
import cn.wuye.hotline.backend.compensation.Decision.Unknown;
import cn.wuye.hotline.backend.compensation.Decision.Why;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Proposes and decides. The ticket is locked first, so of two decisions at once the second is told
 * that it comes late.
 */
@Component
public class Compensations {
  /** Longest reason, in characters. */
  public static final int MAX_REASON = 500;

  /** The dearest, in hundredths of a yuan: a million yuan. */
  public static final long DEAREST = 100_000_000;

  private static final AuditAction CHANGED = new AuditAction("compensation.changed");

  private final CompensationRows rows;
  private final Limits limits;
  private final TicketWork work;
  private final Transactions transactions;
  private final Audit audit;

  Compensations(
      CompensationRows rows,
      Limits limits,
      TicketWork work,
      Transactions transactions,
      Audit audit) {
    this.rows = rows;
    this.limits = limits;
    this.work = work;
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * Proposes one.
   *
   * @param cents what it is worth; more than nothing, except of what is no money
   */
  public Decision propose(
      TicketNumber number, Kind kind, long cents, String reason, SignedInUser by) {
    if (!by.writesTickets()) {
      throw new AccessDeniedException("changes no tickets");
    }
    return transactions.run(
        () -> {
          Optional<Ticket> ticket = locked(number, by);
          if (ticket.isEmpty()) {
            return new Unknown();
          }
          if (cents < 0 || cents > DEAREST || (cents == 0 && kind == Kind.FEE)) {
            return new Refused(number, Why.AMOUNT, 0);
          }
          if (bad(reason)) {
            return new Refused(number, Why.REASON, 0);
          }
          long id = rows.add(number, kind, cents, reason.strip(), by.getUsername());
          return done(
              ticket.get(), rows.find(id).orElseThrow(), State.PROPOSED, reason.strip(), by);
        });
  }

  /**
   * It is given.
   *
   * @param version that the decider had before her
   */
  public Decision approve(long id, long version, SignedInUser by) {
    return decide(
        id,
        version,
        by,
        (ticket, found) -> {
          long limit = limits.of(by);
          if (found.proposedBy().equals(by.getUsername())) {
            return new Refused(found.ticket(), Why.OWN, limit);
          }
          return found.cents() > limit
              ? new Refused(found.ticket(), Why.OVER_LIMIT, limit)
              : moved(ticket, found, State.APPROVED, "", by);
        });
  }

  /**
   * It is not given.
   *
   * @param words why
   */
  public Decision reject(long id, long version, String words, SignedInUser by) {
    return decide(
        id,
        version,
        by,
        (ticket, found) -> {
          long limit = limits.of(by);
          if (found.proposedBy().equals(by.getUsername())) {
            return new Refused(found.ticket(), Why.OWN, limit);
          }
          if (limit == Limits.NONE) {
            return new Refused(found.ticket(), Why.OVER_LIMIT, limit);
          }
          return bad(words)
              ? new Refused(found.ticket(), Why.REASON, limit)
              : moved(ticket, found, State.REJECTED, words.strip(), by);
        });
  }

  /** Who proposed it thinks better of it. */
  public Decision withdraw(long id, long version, SignedInUser by) {
    return decide(
        id,
        version,
        by,
        (ticket, found) ->
            found.proposedBy().equals(by.getUsername())
                ? moved(ticket, found, State.WITHDRAWN, "", by)
                : new Refused(found.ticket(), Why.NOT_HERS, 0));
  }

  private Decision decide(
      long id, long version, SignedInUser by, BiFunction<Ticket, Compensation, Decision> deed) {
    return transactions.run(
        () -> {
          Optional<Ticket> ticket = rows.find(id).flatMap(found -> locked(found.ticket(), by));
          if (ticket.isEmpty()) {
            return new Unknown();
          }
          Compensation now = rows.find(id).orElseThrow();
          return now.state() == State.PROPOSED && now.version() == version
              ? deed.apply(ticket.get(), now)
              : new Refused(now.ticket(), Why.DECIDED, 0);
        });
  }

  private Decision moved(
      Ticket ticket, Compensation found, State to, String words, SignedInUser by) {
    if (!rows.move(found, to, words, by.getUsername())) {
      return new Refused(found.ticket(), Why.DECIDED, 0);
    }
    return done(ticket, found, to, words, by);
  }

  private Decision done(
      Ticket ticket, Compensation found, State to, String words, SignedInUser by) {
    work.note(
        ticket,
        Actor.user(by.getUsername()),
        new Happening.CompensationMoved(
            found.id(), found.kind().code(), found.cents(), to.code(), words));
    audit.record(
        Audit.user(by.getUsername()),
        CHANGED,
        "compensation:" + found.id(),
        Map.of(
            "ticket", ticket.number().toString(),
            "state", to.code(),
            "cents", found.cents()));
    return new Done(ticket.number());
  }

  private Optional<Ticket> locked(TicketNumber number, SignedInUser by) {
    return work.locked(number)
        .filter(ticket -> by.scope().sees(ticket.contents().place().estateId()));
  }

  private static boolean bad(String reason) {
    return reason.isBlank() || Text.length(reason.strip()) > MAX_REASON;
  }
}
