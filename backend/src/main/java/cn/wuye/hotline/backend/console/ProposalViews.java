package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.related.incident.Announcement;
import cn.wuye.hotline.backend.related.incident.Proposal;
import cn.wuye.hotline.backend.related.incident.Proposals;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Incidents that the machine proposes, above the list, for those who may decide. */
@Component
class ProposalViews {
  private final Proposals proposals;
  private final Labels labels;

  ProposalViews(Proposals proposals, Labels labels) {
    this.proposals = proposals;
    this.labels = labels;
  }

  /**
   * A proposal in words.
   *
   * @param words what could be announced
   * @param reports numbers of the tickets
   */
  record ProposalView(long id, String title, String words, String building, List<String> reports) {}

  /** Adds {@code proposals, longestAnnouncement} to a page. */
  void add(SignedInUser me, Model model) {
    model.addAttribute(
        "proposals",
        me.dispatches()
            ? proposals.undecided(me.scope()).stream().map(this::view).toList()
            : List.of());
    model.addAttribute("longestAnnouncement", Announcement.MAX_WORDS);
  }

  private ProposalView view(Proposal proposal) {
    return new ProposalView(
        proposal.id(),
        labels.text("incident.proposal", proposal.words(), proposal.reports().size()),
        proposal.words(),
        proposal.building(),
        proposal.reports().stream().map(TicketNumber::toString).toList());
  }
}
