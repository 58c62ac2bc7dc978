package cn.wuye.hotline.backend.console.points;

import cn.wuye.hotline.backend.console.EstatePart;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.console.ResidentPart;
import cn.wuye.hotline.backend.console.TicketPart;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.points.Points;
import cn.wuye.hotline.backend.points.PointsEntry;
import cn.wuye.hotline.backend.points.PointsRule;
import cn.wuye.hotline.backend.points.PointsRules;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** Points on the pages of an estate, a resident and a ticket. */
@Component
class PointsParts implements EstatePart, ResidentPart, TicketPart {
  private final Points points;
  private final PointsRules rules;
  private final Labels labels;
  private final StaffNames staff;

  PointsParts(Points points, PointsRules rules, Labels labels, StaffNames staff) {
    this.points = points;
    this.rules = rules;
    this.labels = labels;
    this.staff = staff;
  }

  /** The rule as it is shown and typed. */
  record RuleView(boolean used, String amount, boolean edits) {}

  /**
   * What a resident has.
   *
   * @param correction in which nothing is typed yet
   */
  record AccountView(
      String balance, List<EntryLine> entries, boolean edits, CorrectionForm correction) {}

  /**
   * A correction as it is typed.
   *
   * @param key sent twice it is entered once
   */
  record CorrectionForm(String key, String change, String why) {}

  /** An entry in words; the ticket is empty where it is none or out of sight. */
  record EntryLine(String points, String what, String ticket, String at) {}

  @Override
  public void add(EstateId estate, SignedInUser reader, ModelAndView page) {
    PointsRule rule = rules.of(estate);
    page.addObject(
        "points",
        new RuleView(rule.used(), Integer.toString(rule.amount()), PlaceRights.edits(reader)));
  }

  @Override
  public void add(long resident, SignedInUser reader, ModelAndView page) {
    points
        .account(resident, reader.scope())
        .ifPresent(
            account ->
                page.addObject(
                    "account",
                    new AccountView(
                        Long.toString(account.balance()),
                        account.entries().stream().map(each -> line(each, reader)).toList(),
                        PlaceRights.edits(reader),
                        new CorrectionForm(UUID.randomUUID().toString(), "", ""))));
  }

  @Override
  public void add(TicketRow row, SignedInUser reader, Model model) {
    model.addAttribute(
        "thanks",
        points.of(row.number()).stream()
            .map(
                each ->
                    each.resident() == null
                        ? labels.text("points.nobody")
                        : labels.text("points.thanked", each.points(), labels.time(each.at())))
            .toList());
  }

  private EntryLine line(PointsEntry entry, SignedInUser reader) {
    boolean seen = entry.ticket() != null && reader.scope().sees(entry.estate());
    return new EntryLine(
        (entry.points() > 0 ? "+" : "") + entry.points(),
        entry.correction()
            ? labels.text("points.correctedBy", entry.reason(), staff.of(entry.by()))
            : labels.text("points.survey"),
        seen ? String.valueOf(entry.ticket()) : "",
        labels.fullTime(entry.at()));
  }
}
