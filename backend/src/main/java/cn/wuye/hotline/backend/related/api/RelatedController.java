package cn.wuye.hotline.backend.related.api;

import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.related.api.RelatedRequests.AnnouncementRequest;
import cn.wuye.hotline.backend.related.api.RelatedRequests.DistinctRequest;
import cn.wuye.hotline.backend.related.api.RelatedRequests.MergeRequest;
import cn.wuye.hotline.backend.related.api.RelatedRequests.RevokeRequest;
import cn.wuye.hotline.backend.related.api.RelatedRequests.UndoRequest;
import cn.wuye.hotline.backend.related.api.RelatedView.CandidateView;
import cn.wuye.hotline.backend.related.api.RelatedView.IncidentView;
import cn.wuye.hotline.backend.related.api.RelatedView.MergeView;
import cn.wuye.hotline.backend.related.incident.Incidents;
import cn.wuye.hotline.backend.related.merge.Likelies;
import cn.wuye.hotline.backend.related.merge.MergeDesk;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.MergedTickets;
import cn.wuye.hotline.backend.ticket.Repeats;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.api.ChangeAnswers;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a ticket has to do with others, and what is done about it. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class RelatedController {
  private final Tickets tickets;
  private final MergedTickets merged;
  private final Repeats repeats;
  private final MergeDesk desk;
  private final Likelies likelies;
  private final Incidents incidents;

  RelatedController(
      Tickets tickets,
      MergedTickets merged,
      Repeats repeats,
      MergeDesk desk,
      Likelies likelies,
      Incidents incidents) {
    this.tickets = tickets;
    this.merged = merged;
    this.repeats = repeats;
    this.desk = desk;
    this.likelies = likelies;
    this.incidents = incidents;
  }

  /**
   * What a merge would do.
   *
   * @param survivor the ticket that would go on in the end
   * @param reports how many tickets it would then stand for, itself included
   */
  record PreviewView(
      TicketNumber number,
      TicketNumber survivor,
      State survivorState,
      String survivorText,
      int reports) {}

  @GetMapping("/related")
  RelatedView related(@PathVariable String number, @AuthenticationPrincipal SignedInUser me) {
    return view(known(number), me);
  }

  @GetMapping("/merge")
  PreviewView preview(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String survivor,
      @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket = known(number);
    if (!sees(ticket, me)) {
      throw unknown(number).exception();
    }
    new FieldCheck().required("survivor", survivor).done();
    return desk.preview(ticket, known(Objects.requireNonNull(survivor)), me.scope())
        .map(
            preview ->
                new PreviewView(
                    preview.ticket().number(),
                    preview.survivor().number(),
                    preview.survivor().state(),
                    preview.survivor().contents().text(),
                    preview.reports()))
        .orElseThrow(() -> unknown(survivor).exception());
  }

  @PostMapping("/merge")
  RelatedView merge(
      @PathVariable String number,
      @RequestBody MergeRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    new FieldCheck()
        .required("version", request.version())
        .required("survivor", request.survivor())
        .required("reason", request.reason())
        .text("reason", request.reason(), MergeDesk.MAX_REASON)
        .done();
    long seen = Objects.requireNonNull(request.version());
    ChangeResult result =
        desk.merge(
            known(number),
            seen,
            Objects.requireNonNull(request.survivor()),
            Objects.requireNonNull(request.reason()).strip(),
            me);
    return view(ChangeAnswers.done(result, seen).number(), me);
  }

  @PostMapping("/merge/undo")
  RelatedView undo(
      @PathVariable String number,
      @RequestBody UndoRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    new FieldCheck()
        .required("version", request.version())
        .required("reason", request.reason())
        .text("reason", request.reason(), MergeDesk.MAX_REASON)
        .done();
    long seen = Objects.requireNonNull(request.version());
    ChangeResult result =
        desk.undo(known(number), seen, Objects.requireNonNull(request.reason()).strip(), me);
    return view(ChangeAnswers.done(result, seen).number(), me);
  }

  @PostMapping("/distinct")
  RelatedView distinct(
      @PathVariable String number,
      @RequestBody DistinctRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    new FieldCheck().required("other", request.other()).done();
    TicketNumber other = Objects.requireNonNull(request.other());
    if (!desk.distinct(known(number), other, me)) {
      throw unknown(other.toString()).exception();
    }
    return view(known(number), me);
  }

  @PostMapping("/incident")
  RelatedView declare(
      @PathVariable String number,
      @RequestBody AnnouncementRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    return view(
        IncidentAnswers.done(
            incidents.declare(known(number), request.checked(new FieldCheck()), me)),
        me);
  }

  @PatchMapping("/incident")
  RelatedView change(
      @PathVariable String number,
      @RequestBody AnnouncementRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    var announcement = request.checked(new FieldCheck().required("version", request.version()));
    return view(
        IncidentAnswers.done(
            incidents.change(
                known(number), Objects.requireNonNull(request.version()), announcement, me)),
        me);
  }

  @PostMapping("/incident/revoke")
  RelatedView revoke(
      @PathVariable String number,
      @RequestBody RevokeRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    new FieldCheck().required("version", request.version()).done();
    return view(
        IncidentAnswers.done(
            incidents.revoke(known(number), Objects.requireNonNull(request.version()), me)),
        me);
  }

  private RelatedView view(TicketNumber number, SignedInUser me) {
    Ticket ticket =
        tickets.find(number, me.scope()).orElseThrow(() -> unknown(number.toString()).exception());
    return new RelatedView(
        number,
        ticket.version(),
        ticket.state(),
        merged.head(number).map(Ticket::number).orElse(number),
        repeats.earlier(number).filter(each -> sees(each, me)).orElse(null),
        desk.rows(repeats.later(number), me.scope()).stream().map(TicketRow::number).toList(),
        desk.current(number).map(MergeView::of).orElse(null),
        desk.under(number, me.scope()).stream().map(TicketRow::number).toList(),
        likelies.of(number, me.scope()).stream().map(CandidateView::of).toList(),
        incidents
            .find(number, me.scope())
            .map(found -> IncidentView.of(found, incidents.heard(number)))
            .orElse(null));
  }

  private boolean sees(TicketNumber number, SignedInUser me) {
    return tickets.find(number, me.scope()).isPresent();
  }

  private static TicketNumber known(String number) {
    return TicketNumber.find(number).orElseThrow(() -> unknown(number).exception());
  }

  private static Problem unknown(String number) {
    return Problem.of(HttpStatus.NOT_FOUND, "ticket-unknown", number);
  }
}
