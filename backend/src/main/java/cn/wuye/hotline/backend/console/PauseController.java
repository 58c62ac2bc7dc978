package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.deadline.pause.PauseResult;
import cn.wuye.hotline.backend.deadline.pause.TicketPauses;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.store.UnreadableDeadlines;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pauses a ticket's clocks and lets them go on. */
@Controller
class PauseController {
  private static final Logger log = LoggerFactory.getLogger(PauseController.class);

  private final TicketPauses pauses;
  private final ChangeAnswer answer;
  private final PauseSentences sentences;
  private final Labels labels;

  PauseController(
      TicketPauses pauses, ChangeAnswer answer, PauseSentences sentences, Labels labels) {
    this.sentences = sentences;
    this.pauses = pauses;
    this.answer = answer;
    this.labels = labels;
  }

  @PostMapping("/console/tickets/{number:[0-9]+}/pause")
  ModelAndView pause(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket = ticket(number, me);
    Optional<PauseReason> wanted = Coded.find(PauseReason.class, reason);
    if (wanted.isEmpty()) {
      return answer.refused(ticket, labels.text("error.choose"), me);
    }
    int length = Text.length(note.strip());
    if (length > TicketPauses.MAX_NOTE) {
      return answer.refused(
          ticket, labels.text("clocks.noteTooLong", TicketPauses.MAX_NOTE, length), me);
    }
    return page(
        () ->
            pauses.pause(
                ticket, wanted.get(), note.strip(), Actor.user(me.getUsername()), me.scope()),
        ticket,
        me);
  }

  @PostMapping("/console/tickets/{number:[0-9]+}/resume")
  ModelAndView resume(@PathVariable String number, @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket = ticket(number, me);
    return page(
        () -> pauses.resume(ticket, "", Actor.user(me.getUsername()), me.scope()), ticket, me);
  }

  private ModelAndView page(Supplier<PauseResult> wish, TicketNumber ticket, SignedInUser me) {
    try {
      return page(wish.get(), ticket, me);
    } catch (UnreadableDeadlines broken) {
      log.error("ticket {}: its clocks cannot be changed", ticket, broken);
      return answer.refused(ticket, sentences.unreadable(), me);
    }
  }

  private ModelAndView page(PauseResult result, TicketNumber ticket, SignedInUser me) {
    if (result instanceof PauseResult.Done) {
      return new ModelAndView("redirect:/console/tickets/" + ticket + "?done");
    }
    if (result instanceof PauseResult.Unknown) {
      throw new NoSuchPage("ticket " + ticket);
    }
    String sentence;
    if (result instanceof PauseResult.Refused refused) {
      sentence = sentences.of(refused);
    } else {
      sentence =
          labels.text(
              result instanceof PauseResult.NotPaused
                  ? "clocks.notPaused"
                  : "clocks.alreadyPaused");
    }
    return answer.refused(ticket, sentence, me);
  }

  private static TicketNumber ticket(String number, SignedInUser me) {
    if (!me.writesTickets()) {
      throw new AccessDeniedException("changes no tickets");
    }
    return TicketNumber.find(number).orElseThrow(() -> new NoSuchPage("ticket " + number));
  }
}
