package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.deadline.pause.PauseResult;
import cn.wuye.hotline.backend.deadline.pause.TicketPauses;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.store.UnreadableDeadlines;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Parts that a crew waits for. Said again from a phone whose line was lost, it is done already. */
@Component
class CrewPauses {
  private static final Logger log = LoggerFactory.getLogger(CrewPauses.class);

  private final TicketPauses pauses;
  private final PauseSentences sentences;
  private final Labels labels;

  CrewPauses(TicketPauses pauses, PauseSentences sentences, Labels labels) {
    this.pauses = pauses;
    this.sentences = sentences;
    this.labels = labels;
  }

  /** Those of these tickets whose clocks stand still. */
  Set<TicketNumber> among(Collection<TicketNumber> tickets) {
    return pauses.paused(tickets);
  }

  /**
   * The clocks stand still while a part is missing.
   *
   * @param words which part
   * @return why not; empty when it is done
   */
  Optional<Undone> waitForPart(TicketNumber ticket, String words, SignedInUser me) {
    String part = words.strip();
    if (Text.length(part) > TicketPauses.MAX_NOTE) {
      return Optional.of(
          new Undone(
              HttpStatus.UNPROCESSABLE_CONTENT,
              labels.text("clocks.noteTooLong", TicketPauses.MAX_NOTE, Text.length(part))));
    }
    return undone(
        ticket,
        () ->
            pauses.pause(
                ticket,
                PauseReason.WAITING_FOR_PART,
                part,
                Actor.user(me.getUsername()),
                me.scope()));
  }

  /** The part is there. */
  Optional<Undone> goOn(TicketNumber ticket, SignedInUser me) {
    return undone(
        ticket, () -> pauses.resume(ticket, "", Actor.user(me.getUsername()), me.scope()));
  }

  private Optional<Undone> undone(TicketNumber ticket, Supplier<PauseResult> wish) {
    try {
      PauseResult result = wish.get();
      if (result instanceof PauseResult.Unknown) {
        return Optional.of(new Undone(HttpStatus.NOT_FOUND, labels.text("error.404")));
      }
      return result instanceof PauseResult.Refused refused
          ? Optional.of(new Undone(HttpStatus.CONFLICT, sentences.of(refused)))
          : Optional.empty();
    } catch (UnreadableDeadlines broken) {
      log.error("ticket {}: its clocks cannot be changed", ticket, broken);
      return Optional.of(new Undone(HttpStatus.CONFLICT, sentences.unreadable()));
    }
  }
}
