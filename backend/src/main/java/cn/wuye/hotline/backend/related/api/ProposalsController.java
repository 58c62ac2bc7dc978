package cn.wuye.hotline.backend.related.api;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.related.api.RelatedRequests.AnnouncementRequest;
import cn.wuye.hotline.backend.related.incident.Announcement;
import cn.wuye.hotline.backend.related.incident.IncidentResult;
import cn.wuye.hotline.backend.related.incident.Proposal;
import cn.wuye.hotline.backend.related.incident.Proposals;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Incidents that the machine proposes, and what people decide. */
@RestController
@RequestMapping("/api/v1/incidents/proposals")
class ProposalsController {
  private static final String UNKNOWN = "proposal-unknown";

  private final Proposals proposals;

  ProposalsController(Proposals proposals) {
    this.proposals = proposals;
  }

  /** What waits for a decision, the latest first. */
  record ProposalsView(List<ProposalView> proposals) {}

  /**
   * Several like reports.
   *
   * @param words what could be announced
   * @param reports those that are open, the first first
   */
  record ProposalView(
      String id,
      EstateId estateId,
      String building,
      String category,
      String subcategory,
      String words,
      Instant since,
      List<TicketNumber> reports) {
    static ProposalView of(Proposal proposal) {
      return new ProposalView(
          Long.toString(proposal.id()),
          proposal.estate(),
          proposal.building(),
          proposal.category(),
          proposal.subcategory(),
          proposal.words(),
          proposal.since(),
          proposal.reports());
    }
  }

  /**
   * What was decided.
   *
   * @param ticket the head; null when it was no incident
   */
  record DecisionView(String id, @Nullable TicketNumber ticket) {}

  @GetMapping
  ProposalsView undecided(@AuthenticationPrincipal SignedInUser me) {
    return new ProposalsView(
        proposals.undecided(me.scope()).stream().map(ProposalView::of).toList());
  }

  @PostMapping("/{id}/accept")
  DecisionView accept(
      @PathVariable String id,
      @RequestBody AnnouncementRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    Announcement announcement = request.checked(new FieldCheck());
    return decided(id, proposals.accept(known(id), announcement, me));
  }

  @PostMapping("/{id}/dismiss")
  DecisionView dismiss(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    return decided(id, proposals.dismiss(known(id), me));
  }

  private static DecisionView decided(String id, IncidentResult result) {
    if (result instanceof IncidentResult.Done done) {
      return new DecisionView(id, done.ticket());
    }
    if (result instanceof IncidentResult.Dismissed) {
      return new DecisionView(id, null);
    }
    throw IncidentAnswers.problem(result, UNKNOWN);
  }

  private static long known(String id) {
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw Problem.of(HttpStatus.NOT_FOUND, UNKNOWN, id).exception();
    }
    return Long.parseLong(id);
  }
}
