package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.resident.Household;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Opening;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.TicketRules;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What an agent writes down of a call: its ticket is opened, or the one that the machine has opened
 * says what she says. One call, one ticket, however often she hands it in.
 */
@Component
public class DeskTickets {
  private static final int ATTEMPTS = 3;

  private final Tickets tickets;
  private final OwnTicket owned;
  private final TicketChanges changes;
  private final TicketRules rules;
  private final Drafts drafts;
  private final Clock clock;

  DeskTickets(
      Tickets tickets,
      OwnTicket owned,
      TicketChanges changes,
      TicketRules rules,
      Drafts drafts,
      Clock clock) {
    this.tickets = tickets;
    this.owned = owned;
    this.changes = changes;
    this.rules = rules;
    this.drafts = drafts;
    this.clock = clock;
  }

  /**
   * What she has written.
   *
   * @param reporter name; may be empty
   */
  public record Written(Subject subject, TicketPlace place, String reporter, String text) {}

  /** What became of it. */
  public sealed interface Saved {
    record Kept(TicketNumber number) implements Saved {}

    record Refused(ChangeResult.Invalid why) implements Saved {}

    /** Others change it again and again. */
    record Busy() implements Saved {}
  }

  /** Hands it in; what she had typed is a ticket then, and no draft any more. */
  public Saved save(CallBrief brief, Written written, SignedInUser me) {
    CallId call = brief.call().call();
    Optional<Ticket> own = owned.of(call);
    Saved saved =
        own.isPresent() ? amended(brief, own.get(), written, me) : opened(brief, written, me);
    if (saved instanceof Saved.Kept) {
      drafts.remove(call, me.id());
    }
    return saved;
  }

  private Saved opened(CallBrief brief, Written written, SignedInUser me) {
    Contents contents = over(brief, Optional.empty(), written);
    Optional<ChangeResult.Invalid> refused = rules.check(contents, brief.scope());
    if (refused.isPresent()) {
      return new Saved.Refused(refused.get());
    }
    CallId call = brief.call().call();
    Opening opening =
        tickets.open(
            new NewTicket(
                Optional.empty(),
                Origin.call(call),
                Channel.AGENT,
                Optional.of(call),
                contents,
                brief.call().answeredAt().orElseGet(clock::instant),
                brief.dialect()),
            Actor.user(me.getUsername()));
    // The machine may have opened it in this very moment.
    return opening.fresh()
        ? new Saved.Kept(opening.ticket().number())
        : amended(brief, opening.ticket(), written, me);
  }

  private Saved amended(CallBrief brief, Ticket ticket, Written written, SignedInUser me) {
    // The call's own ticket is hers to write while it has no estate yet, too.
    EstateScope scope = brief.scope().withUnplaced();
    Ticket seen = ticket;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      ChangeResult result =
          changes.amend(
              new TicketChanges.Wish(
                  seen.number(), seen.version(), Actor.user(me.getUsername()), scope),
              now -> over(brief, Optional.of(now), written));
      if (result instanceof ChangeResult.Done done) {
        return new Saved.Kept(done.ticket().number());
      }
      if (result instanceof ChangeResult.Invalid invalid) {
        return new Saved.Refused(invalid);
      }
      if (!(result instanceof ChangeResult.Stale stale)) {
        return new Saved.Busy();
      }
      seen = stale.now();
    }
    return new Saved.Busy();
  }

  /**
   * What she wrote, with what she cannot write as it is: the caller's number, her own words for the
   * place.
   */
  private static Contents over(CallBrief brief, Optional<Contents> now, Written written) {
    Reporter known =
        now.map(Contents::reporter)
            .filter(reporter -> reporter.phone() != null || reporter.residentId() != null)
            .orElseGet(
                () ->
                    Reporter.of(
                        new Household(brief.residents()), brief.told().caller().orElse(null)));
    String words =
        now.map(contents -> contents.place().words())
            .or(() -> brief.told().draft().map(draft -> draft.place().words()))
            .orElse("");
    TicketPlace place = written.place();
    return new Contents(
        written.subject(),
        TicketPlace.fitted(place.estateId(), place.building(), place.unit(), place.room(), words),
        new Reporter(known.residentId(), written.reporter(), known.phone()),
        written.text(),
        false,
        false);
  }
}
