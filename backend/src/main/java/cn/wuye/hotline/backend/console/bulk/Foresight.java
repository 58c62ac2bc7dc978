package cn.wuye.hotline.backend.console.bulk;

import cn.wuye.hotline.backend.console.ChangeSentences;
import cn.wuye.hotline.backend.console.JobTakers;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.TicketRules;
import cn.wuye.hotline.backend.ticket.Transitions;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells what a deed would do to a ticket, by asking those who know the rules; nothing is changed.
 */
@Component
class Foresight {
  private final JobTakers takers;
  private final TicketRules rules;
  private final ChangeSentences sentences;
  private final StaffNames staff;
  private final Labels labels;

  Foresight(
      JobTakers takers,
      TicketRules rules,
      ChangeSentences sentences,
      StaffNames staff,
      Labels labels) {
    this.takers = takers;
    this.rules = rules;
    this.sentences = sentences;
    this.staff = staff;
    this.labels = labels;
  }

  /**
   * What would happen, in words.
   *
   * @param from how it is now; empty string when nothing is replaced
   * @param problem why it cannot be done; empty when it can
   */
  record Foreseen(String from, String to, Optional<String> problem) {}

  Foreseen of(Deed deed, TicketRow row, SignedInUser me) {
    if (deed instanceof Deed.Give give) {
      return new Foreseen(
          row.owner().isEmpty() ? labels.text("dispatch.owner.none") : staff.of(row.owner()),
          takers.name(give.to()),
          sentences.of(takers.foreseen(row.number(), give.to(), give.reason(), me)));
    }
    if (deed instanceof Deed.Hurry hurry) {
      return hurry(hurry, row, me);
    }
    if (deed instanceof Deed.Move move) {
      return move(move, row);
    }
    return new Foreseen("", labels.text("ticket.addNote"), Optional.empty());
  }

  private Foreseen hurry(Deed.Hurry hurry, TicketRow row, SignedInUser me) {
    Urgency now = row.contents().subject().urgency();
    String wanted = labels.name("urgency", hurry.urgency());
    Contents amended = hurry.over(row.contents());
    return new Foreseen(
        labels.name("urgency", now),
        wanted,
        now == hurry.urgency()
            ? Optional.of(labels.text("bulk.same", wanted))
            : rules.checkAmended(amended, row.contents(), me.scope()).flatMap(sentences::of));
  }

  private Foreseen move(Deed.Move move, TicketRow row) {
    Optional<State> to = Transitions.apply(row.state(), move.verb());
    return new Foreseen(
        labels.name("state", row.state()),
        to.map(state -> labels.name("state", state)).orElse(""),
        to.isPresent()
            ? Optional.empty()
            : Optional.of(sentences.refused(row.state(), move.verb())));
  }
}
