package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What those need who give tickets to people and follow their work. Everything belongs to one
 * transaction of the caller, which begins with {@link #locked}: so of two wishes at once the second
 * sees what the first has done.
 */
@Component
public class TicketWork {
  private final TicketRepository tickets;
  private final TicketRecorder recorder;
  private final Timeline timeline;
  private final JdbcClient jdbc;
  private final Clock clock;

  TicketWork(
      TicketRepository tickets,
      TicketRecorder recorder,
      Timeline timeline,
      JdbcClient jdbc,
      Clock clock) {
    this.tickets = tickets;
    this.recorder = recorder;
    this.timeline = timeline;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The ticket, which nobody else changes until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Ticket> locked(TicketNumber number) {
    return tickets.findByNumber(number);
  }

  /**
   * The same, but empty as well when somebody else is changing the ticket just now: for those who
   * have other tickets to look at meanwhile.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Ticket> lockedIfFree(TicketNumber number) {
    return jdbc.sql("SELECT number FROM ticket WHERE number = :number FOR UPDATE SKIP LOCKED")
        .param("number", number.value())
        .query(Long.class)
        .optional()
        .flatMap(free -> tickets.findById(number));
  }

  /**
   * Moves it to another state.
   *
   * @return the ticket as it is then; empty when the verb is refused where it stands
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Ticket> move(Ticket ticket, Verb verb, Actor actor, String reason) {
    State from = ticket.state();
    return ticket
        .apply(verb, Utc.now(clock))
        .map(
            to ->
                recorder.save(
                    ticket,
                    actor,
                    new Happening.StateChanged(from, to, verb, reason, Optional.empty())));
  }

  /** Somebody else is responsible, or nobody; {@code what} says why. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Ticket giveTo(Ticket ticket, Responsible who, Actor actor, Happening what) {
    ticket.giveTo(who, Utc.now(clock));
    return recorder.save(ticket, actor, what);
  }

  /** Something happened that leaves the ticket itself as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(Ticket ticket, Actor actor, Happening what) {
    recorder.note(ticket, actor, what);
  }

  /** What to answer to somebody whose form is older than the ticket. */
  public ChangeResult.Stale stale(Ticket ticket, long version) {
    return new ChangeResult.Stale(ticket, timeline.since(ticket.number(), version));
  }
}
