package cn.wuye.hotline.backend.console.quality;

import cn.wuye.hotline.backend.console.CallPart;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.Reads;
import cn.wuye.hotline.backend.quality.QualityDesk;
import cn.wuye.hotline.backend.quality.QualityItem;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.ModelAndView;

/** The page of one check: the ticket's words and calls, its sheets, the forms. */
@Component
class QualityPage {
  private final QualityDesk desk;
  private final QualityDeeds deeds;
  private final QualityViews views;
  private final TicketList tickets;
  private final CallPart calls;
  private final Reads reads;
  private final Labels labels;

  QualityPage(
      QualityDesk desk,
      QualityDeeds deeds,
      QualityViews views,
      TicketList tickets,
      CallPart calls,
      Reads reads,
      Labels labels) {
    this.desk = desk;
    this.deeds = deeds;
    this.views = views;
    this.tickets = tickets;
    this.calls = calls;
    this.reads = reads;
    this.labels = labels;
  }

  ModelAndView of(QualityItem item, SignedInUser me) {
    return of(item, Map.of(), me);
  }

  /**
   * @param typed what stands in its forms
   */
  ModelAndView of(QualityItem item, Map<String, String> typed, SignedInUser me) {
    TicketRow row =
        tickets
            .find(item.ticket(), me.scope())
            .orElseThrow(() -> new NoSuchPage("ticket " + item.ticket()));
    reads.viewed(row.number(), me);
    ExtendedModelMap model = new ExtendedModelMap();
    calls.add(row.callId(), row.number(), model);
    SheetForm form = deeds.form(item, typed);
    ModelAndView page = new ModelAndView("quality-one");
    page.addAllObjects(model);
    return page.addObject("i", views.of(List.of(item), me).get(0))
        .addObject("words", row.contents().text())
        .addObject("sheets", desk.sheets(item).stream().map(views::of).toList())
        .addObject("dispute", desk.dispute(item).map(views::of).orElse(null))
        .addObject("mayScore", desk.mayScore(item, me))
        .addObject("mayDispute", desk.mayDispute(item, me))
        .addObject("mayAnswer", desk.mayAnswer(item, me))
        .addObject("criteria", form.criteria().version())
        .addObject("rows", form.rows(labels.chinese()))
        .addObject("remark", form.remark())
        .addObject("typedWords", Objects.requireNonNullElse(typed.get("words"), ""))
        .addObject("changes", "changed".equals(typed.get("decision")))
        .addObject("problem", "");
  }
}
