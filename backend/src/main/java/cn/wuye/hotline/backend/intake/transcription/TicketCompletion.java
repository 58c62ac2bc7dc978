package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.backend.intake.LateWords;
import cn.wuye.hotline.backend.intake.Understanding;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.IntentReader;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/** A ticket learns what its caller said. What a person has written meanwhile stays. */
class TicketCompletion {
  private static final Logger LOG = LoggerFactory.getLogger(TicketCompletion.class);
  private static final String UNKNOWN_CATEGORY = "other";

  private final Tickets tickets;
  private final Additions additions;
  private final Understanding understanding;

  TicketCompletion(Tickets tickets, Additions additions, Understanding understanding) {
    this.tickets = tickets;
    this.additions = additions;
    this.understanding = understanding;
  }

  @EventListener
  void on(CallTranscribed heard) {
    tickets
        .find(Origin.call(heard.call()))
        .ifPresentOrElse(ticket -> complete(ticket, heard), () -> completeAddition(heard));
  }

  private void completeAddition(CallTranscribed heard) {
    additions.transcribed(heard.call(), text -> completed(text, heard));
    if (understanding.of(heard.text()).emergency()) {
      tickets.ofCall(heard.call()).ifPresent(this::emergency);
    }
  }

  /** What is added to a ticket may make an emergency of it. */
  private void emergency(Ticket ticket) {
    Contents now = ticket.contents();
    Subject subject = now.subject();
    amend(
        ticket,
        new Contents(
            new Subject(
                subject.kind(), subject.category(), subject.subcategory(), Urgency.EMERGENCY),
            now.place(),
            now.reporter(),
            now.text(),
            now.unfinished(),
            now.needsTranscript()));
  }

  private static String completed(String text, CallTranscribed heard) {
    return LateWords.completed(text, heard.text());
  }

  private void complete(Ticket ticket, CallTranscribed heard) {
    Contents now = ticket.contents();
    Subject subject = subject(now.subject(), heard);
    Contents completed =
        new Contents(
            subject,
            now.place(),
            now.reporter(),
            LateWords.completed(now.text(), heard.text()),
            now.unfinished(),
            false);
    amend(ticket, completed);
    LOG.info("Call {}: ticket {} completed from its recording", heard.call(), ticket.number());
  }

  private void amend(Ticket ticket, Contents contents) {
    tickets.openOrAmend(
        new NewTicket(
            Optional.of(ticket.number()),
            ticket.origin(),
            ticket.channel(),
            ticket.callId(),
            contents,
            ticket.openedAt()),
        Actor.system("transcription"));
  }

  /** What the caller keyed stands; an emergency is one whenever it is understood. */
  private Subject subject(Subject now, CallTranscribed heard) {
    Intent intent = understanding.of(heard.text());
    if (intent.confidence() < IntentReader.SURE) {
      return now;
    }
    Urgency urgency = Coded.find(Urgency.class, intent.urgency()).orElse(now.urgency());
    if (now.category().equals(UNKNOWN_CATEGORY)) {
      Kind kind = Coded.find(Kind.class, intent.kind()).orElse(now.kind());
      return new Subject(
          kind,
          intent.category(),
          intent.subcategory(),
          now.emergency() ? Urgency.EMERGENCY : urgency);
    }
    boolean detail =
        now.category().equals(intent.category())
            && (now.subcategory().isEmpty() || now.subcategory().equals("other"));
    return new Subject(
        now.kind(),
        now.category(),
        detail ? intent.subcategory() : now.subcategory(),
        urgency == Urgency.EMERGENCY ? urgency : now.urgency());
  }
}
