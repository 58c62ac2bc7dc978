package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.related.incident.IncidentResult;
import cn.wuye.hotline.backend.related.incident.Incidents;
import cn.wuye.hotline.backend.related.incident.Proposals;
import cn.wuye.hotline.backend.related.merge.MergeDesk;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.TicketChanges.Wish;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Puts tickets together, takes them apart, and tells callers what goes on. */
@Controller
class TogetherController {
  private final MergeDesk desk;
  private final Incidents incidents;
  private final Proposals proposals;
  private final ChangeAnswer answer;
  private final Labels labels;
  private final Clock clock;

  TogetherController(
      MergeDesk desk,
      Incidents incidents,
      Proposals proposals,
      ChangeAnswer answer,
      Labels labels,
      Clock clock) {
    this.desk = desk;
    this.incidents = incidents;
    this.proposals = proposals;
    this.answer = answer;
    this.labels = labels;
    this.clock = clock;
  }

  @PostMapping("/console/tickets/{number:[0-9]+}/merge")
  ModelAndView merge(
      @PathVariable String number,
      @RequestParam(defaultValue = "-1") long version,
      @RequestParam(defaultValue = "") String survivor,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket = ticket(number, me);
    TicketNumber wanted = ticket(survivor, me);
    return changed(
        ticket, version, reason, me, () -> desk.merge(ticket, version, wanted, why(reason), me));
  }

  @PostMapping("/console/tickets/{number:[0-9]+}/undo-merge")
  ModelAndView undo(
      @PathVariable String number,
      @RequestParam(defaultValue = "-1") long version,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket = ticket(number, me);
    return changed(ticket, version, reason, me, () -> desk.undo(ticket, version, why(reason), me));
  }

  @PostMapping("/console/tickets/{number:[0-9]+}/distinct")
  ModelAndView distinct(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String other,
      @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket = ticket(number, me);
    if (!desk.distinct(ticket, ticket(other, me), me)) {
      throw new NoSuchPage("ticket " + other);
    }
    return done(ticket);
  }

  @PostMapping("/console/tickets/{number:[0-9]+}/incident")
  ModelAndView declare(
      @PathVariable String number,
      AnnouncementForm form,
      @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket = ticket(number, me);
    return announced(ticket, form, me, () -> incidents.declare(ticket, form.announced(), me));
  }

  @PostMapping("/console/tickets/{number:[0-9]+}/incident/change")
  ModelAndView change(
      @PathVariable String number,
      AnnouncementForm form,
      @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket = ticket(number, me);
    return announced(
        ticket, form, me, () -> incidents.change(ticket, form.seen(), form.announced(), me));
  }

  @PostMapping("/console/tickets/{number:[0-9]+}/incident/revoke")
  ModelAndView revoke(
      @PathVariable String number,
      @RequestParam(defaultValue = "-1") long version,
      @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket = ticket(number, me);
    return page(incidents.revoke(ticket, version, me), ticket, me);
  }

  @PostMapping("/console/incidents/{id:[0-9]{1,18}}/accept")
  ModelAndView accept(
      @PathVariable long id, AnnouncementForm form, @AuthenticationPrincipal SignedInUser me) {
    if (!me.dispatches()) {
      throw new AccessDeniedException("declares no incidents");
    }
    if (form.wrong(labels, clock.instant()).isPresent()) {
      return list("wrong");
    }
    IncidentResult result = proposals.accept(id, form.announced(), me);
    return result instanceof IncidentResult.Done done ? done(done.ticket()) : list(result);
  }

  @PostMapping("/console/incidents/{id:[0-9]{1,18}}/dismiss")
  ModelAndView dismiss(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    return list(proposals.dismiss(id, me));
  }

  private ModelAndView changed(
      TicketNumber ticket,
      long version,
      String reason,
      SignedInUser me,
      Supplier<ChangeResult> change) {
    if (reason.isBlank()) {
      return answer.refused(ticket, labels.text("error.reason-missing"), me);
    }
    ChangeResult result = change.get();
    if (result instanceof ChangeResult.Done done) {
      return done(done.ticket().duplicateOf().orElse(ticket));
    }
    if (result instanceof ChangeResult.Invalid invalid) {
      return answer.refused(ticket, labels.text("error." + invalid.reason().code()), me);
    }
    Wish wish = new Wish(ticket, version, Actor.user(me.getUsername()), me.scope());
    return answer.to(result, wish, me, page -> {});
  }

  private ModelAndView announced(
      TicketNumber ticket, AnnouncementForm form, SignedInUser me, Supplier<IncidentResult> deed) {
    return form.wrong(labels, clock.instant())
        .map(sentence -> answer.refused(ticket, sentence, me))
        .orElseGet(() -> page(deed.get(), ticket, me));
  }

  private ModelAndView page(IncidentResult result, TicketNumber ticket, SignedInUser me) {
    if (result instanceof IncidentResult.Done) {
      return done(ticket);
    }
    if (result instanceof IncidentResult.Refused refused) {
      return answer.refused(ticket, sentence(refused), me);
    }
    throw new NoSuchPage("ticket " + ticket);
  }

  private static ModelAndView list(IncidentResult result) {
    if (result instanceof IncidentResult.Unknown unknown) {
      throw new NoSuchPage("incident " + unknown.what());
    }
    return list(result instanceof IncidentResult.Refused refused ? refused.why().code() : "");
  }

  /** The list, with a sentence on why it was not done, which its address names. */
  private static ModelAndView list(String why) {
    return new ModelAndView(
        "redirect:" + ListParameters.PATH + "?all=" + (why.isEmpty() ? "" : "&incident=" + why));
  }

  private String sentence(IncidentResult.Refused refused) {
    return labels.text("problem." + refused.why().code() + ".detail", refused.what());
  }

  private static ModelAndView done(TicketNumber ticket) {
    return new ModelAndView("redirect:/console/tickets/" + ticket + "?done");
  }

  private static String why(String reason) {
    return Text.fitted(reason.strip(), MergeDesk.MAX_REASON);
  }

  private static TicketNumber ticket(String number, SignedInUser me) {
    if (!me.dispatches()) {
      throw new AccessDeniedException("puts no tickets together");
    }
    return TicketNumber.find(number).orElseThrow(() -> new NoSuchPage("ticket " + number));
  }
}
