package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.DutyReason;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketChanges.Wish;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people do to a ticket on its page. */
@Controller
class TicketChangeController {
  private final TicketChanges changes;
  private final ChangeAnswer answer;
  private final Labels labels;

  TicketChangeController(TicketChanges changes, ChangeAnswer answer, Labels labels) {
    this.changes = changes;
    this.answer = answer;
    this.labels = labels;
  }

  /** Moves the ticket on, or adds a note. */
  @PostMapping("/console/tickets/{number:[0-9]+}/step")
  ModelAndView step(
      @PathVariable String number, StepForm form, @AuthenticationPrincipal SignedInUser me) {
    Wish wish = wish(number, form.version(), me);
    Optional<Map<String, String>> wrong = wrong(form);
    if (wrong.isPresent()) {
      return answer.wrong(wish.number(), wrong.get(), me).addObject("step", form);
    }
    ChangeResult result =
        "note".equals(form.verb())
            ? changes.note(wish.number(), form.noteText(), wish.actor(), wish.scope())
            : move(wish, form);
    return answer.to(result, wish, me, page -> page.addObject("step", form));
  }

  /** Corrects what the ticket says. */
  @PostMapping("/console/tickets/{number:[0-9]+}/edit")
  ModelAndView edit(
      @PathVariable String number, TicketForm form, @AuthenticationPrincipal SignedInUser me) {
    Wish wish = wish(number, form.version(), me);
    FormCheck check = new FormCheck(form, labels);
    if (!check.errors().isEmpty()) {
      return answer.wrong(wish.number(), check.errors(), me).addObject("edit", form);
    }
    ChangeResult result = changes.amend(wish, check::over);
    return answer.to(result, wish, me, page -> page.addObject("edit", form));
  }

  private ChangeResult move(Wish wish, StepForm form) {
    Verb verb = Coded.of(Verb.class, form.verb() == null ? "" : form.verb());
    Optional<DutyReason> duty =
        Coded.find(DutyReason.class, form.duty() == null ? "" : form.duty());
    if (verb == Verb.DECLINE && duty.isPresent()) {
      return changes.decline(wish, duty.get(), form.noteText());
    }
    if (verb != Verb.MARK_DUPLICATE) {
      return changes.apply(wish, verb, form.noteText());
    }
    TicketNumber survivor = TicketNumber.find(form.survivorDigits()).orElseThrow();
    return changes.markDuplicate(wish, survivor, form.noteText());
  }

  private Optional<Map<String, String>> wrong(StepForm form) {
    int length = Text.length(form.noteText());
    if (length > StepForm.MAX_NOTE) {
      return error("note", "error.tooLong", StepForm.MAX_NOTE, length);
    }
    String verb = form.verb() == null ? "" : form.verb();
    if (verb.equals("note")) {
      return length == 0 ? error("note", "error.noteMissing") : Optional.empty();
    }
    if (Coded.find(Verb.class, verb).isEmpty()) {
      return error("verb", "error.choose");
    }
    if (!verb.equals(Verb.MARK_DUPLICATE.code())) {
      return Optional.empty();
    }
    if (form.survivorDigits().isEmpty()) {
      return error("survivor", "error.survivor-missing");
    }
    return TicketNumber.find(form.survivorDigits()).isEmpty()
        ? error("survivor", "error.unknown-survivor")
        : Optional.empty();
  }

  private Optional<Map<String, String>> error(String field, String key, Object... arguments) {
    return Optional.of(Map.of(field, labels.text(key, arguments)));
  }

  private static Wish wish(
      String number, @org.jspecify.annotations.Nullable Long version, SignedInUser me) {
    if (!me.writesTickets()) {
      throw new AccessDeniedException("changes no tickets");
    }
    TicketNumber ticket =
        TicketNumber.find(number).orElseThrow(() -> new NoSuchPage("ticket " + number));
    return new Wish(
        ticket, version == null ? -1 : version, Actor.user(me.getUsername()), me.scope());
  }
}
