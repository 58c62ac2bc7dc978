package cn.wuye.hotline.backend.console.compensation;

import cn.wuye.hotline.backend.compensation.Compensation;
import cn.wuye.hotline.backend.compensation.CompensationFigures;
import cn.wuye.hotline.backend.compensation.Limits;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.TicketPart;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What is given for a ticket: the part of its page. */
@Component
class CompensationPart implements TicketPart {
  private final CompensationFigures figures;
  private final Limits limits;
  private final CompensationViews views;
  private final Choices choices;

  CompensationPart(
      CompensationFigures figures, Limits limits, CompensationViews views, Choices choices) {
    this.figures = figures;
    this.limits = limits;
    this.views = views;
    this.choices = choices;
  }

  @Override
  public void add(TicketRow row, SignedInUser reader, Model model) {
    List<Compensation> found = figures.of(row.number());
    long limit = found.isEmpty() ? Limits.NONE : limits.of(reader);
    model.addAttribute(
        "compensations", found.stream().map(each -> views.of(each, reader, limit)).toList());
    model.addAttribute(
        "compensationKinds", choices.of("compensation-kind", Compensation.Kind.class));
  }
}
