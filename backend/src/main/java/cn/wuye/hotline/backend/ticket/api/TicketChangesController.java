package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.DutyReason;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketChanges.Wish;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Verb;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changing tickets. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class TicketChangesController {
  private final TicketChanges changes;
  private final TicketList list;

  TicketChangesController(TicketChanges changes, TicketList list) {
    this.changes = changes;
    this.list = list;
  }

  @PatchMapping
  TicketView amend(
      @PathVariable String number, @RequestBody ChangeRequests.Amendment amendment, Viewer viewer) {
    FieldCheck check = new FieldCheck().required("version", amendment.version());
    TicketRequest said = amendment.said();
    said.check(check);
    if (said.text() != null) {
      check.required("text", said.text());
    }
    check.done();
    Wish wish = wish(number, amendment.version(), viewer);
    return view(changes.amend(wish, said::applied), wish, viewer);
  }

  @PostMapping("/transitions")
  TicketView move(
      @PathVariable String number,
      @RequestBody ChangeRequests.Transition transition,
      Viewer viewer) {
    new FieldCheck()
        .required("version", transition.version())
        .required("verb", transition.verb())
        .text("reason", transition.reason(), ChangeRequests.MAX_WORDS)
        .done();
    Wish wish = wish(number, transition.version(), viewer);
    Verb verb = Objects.requireNonNull(transition.verb());
    String reason = Objects.requireNonNullElse(transition.reason(), "");
    TicketNumber survivor = transition.duplicateOf();
    DutyReason duty = transition.dutyReason();
    ChangeResult result;
    if (verb == Verb.MARK_DUPLICATE && survivor != null) {
      result = changes.markDuplicate(wish, survivor, reason);
    } else if (verb == Verb.DECLINE && duty != null) {
      result = changes.decline(wish, duty, reason);
    } else {
      result = changes.apply(wish, verb, reason);
    }
    return view(result, wish, viewer);
  }

  @PostMapping("/notes")
  @ResponseStatus(HttpStatus.CREATED)
  TicketView note(
      @PathVariable String number, @RequestBody ChangeRequests.Note note, Viewer viewer) {
    new FieldCheck()
        .required("text", note.text())
        .text("text", note.text(), ChangeRequests.MAX_WORDS)
        .done();
    Wish wish = wish(number, 0L, viewer);
    String text = Objects.requireNonNull(note.text());
    return view(changes.note(wish.number(), text, wish.actor(), viewer.scope()), wish, viewer);
  }

  private static Wish wish(String number, @Nullable Long version, Viewer viewer) {
    TicketNumber known =
        TicketNumber.find(number).orElseThrow(() -> ChangeAnswers.unknown(number).exception());
    return new Wish(
        known, Objects.requireNonNull(version), Actor.user(viewer.login()), viewer.scope());
  }

  private TicketView view(ChangeResult result, Wish wish, Viewer viewer) {
    Ticket ticket = ChangeAnswers.done(result, wish.version());
    // Taken back to "place unknown", it may be out of sight afterwards; this answer still shows it.
    return list.find(ticket.number(), viewer.scope().withUnplaced())
        .map(row -> TicketView.of(row, viewer))
        .orElseThrow(() -> ChangeAnswers.unknown(ticket.number()).exception());
  }
}
