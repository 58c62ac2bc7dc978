package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Opening;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.TicketRules;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A ticket written by hand. */
@Controller
class NewTicketController {
  private static final String PATH = "/console/tickets/new";

  private final Tickets tickets;
  private final TicketRules rules;
  private final Choices choices;
  private final Labels labels;
  private final Clock clock;

  NewTicketController(
      Tickets tickets, TicketRules rules, Choices choices, Labels labels, Clock clock) {
    this.tickets = tickets;
    this.rules = rules;
    this.choices = choices;
    this.labels = labels;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ModelAndView form(@AuthenticationPrincipal SignedInUser me) {
    mayWrite(me);
    return page(TicketForm.empty(), Map.of(), me, HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView open(TicketForm form, @AuthenticationPrincipal SignedInUser me) {
    mayWrite(me);
    FormCheck check = new FormCheck(form, labels);
    if (!check.errors().isEmpty()) {
      return page(form, check.errors(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Contents contents = check.contents();
    Optional<Map<String, String>> refused = refused(contents, me);
    if (refused.isPresent()) {
      return page(form, refused.get(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Opening opening =
        tickets.open(
            new NewTicket(
                Optional.empty(),
                Origin.of("console", me.id() + ":" + key(form)),
                Channel.AGENT,
                Optional.empty(),
                contents,
                clock.instant()),
            Actor.user(me.getUsername()));
    return new ModelAndView("redirect:/console/tickets/" + opening.ticket().number());
  }

  private Optional<Map<String, String>> refused(Contents contents, SignedInUser me) {
    // A ticket without an estate would vanish from the eyes of one who sees only some.
    if (contents.place().estateId() == null && !me.scope().sees(null)) {
      return Optional.of(Map.of("estate", labels.text("error.choose")));
    }
    return rules.check(contents, me.scope()).map(invalid -> FormErrors.of(invalid, labels));
  }

  private ModelAndView page(
      TicketForm form, Map<String, String> errors, SignedInUser me, HttpStatus status) {
    ModelAndView page = new ModelAndView("new", status);
    page.addObject("form", form);
    page.addObject("errors", errors);
    page.addObject("formChoices", FormChoices.of(choices, me));
    return page;
  }

  private static String key(TicketForm form) {
    return form.key().matches("[0-9a-f-]{36}")
        ? form.key()
        : java.util.UUID.randomUUID().toString();
  }

  private static void mayWrite(SignedInUser me) {
    if (!me.writesTickets()) {
      throw new AccessDeniedException("opens no tickets");
    }
  }
}
