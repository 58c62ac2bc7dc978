package cn.wuye.hotline.backend.console.quality;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.quality.Criteria;
import cn.wuye.hotline.backend.quality.Criterion;
import cn.wuye.hotline.backend.quality.Dispute;
import cn.wuye.hotline.backend.quality.ItemState;
import cn.wuye.hotline.backend.quality.Mark;
import cn.wuye.hotline.backend.quality.QualityItem;
import cn.wuye.hotline.backend.quality.Sheet;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts quality checks into words. */
@Component
class QualityViews {
  private final Choices choices;
  private final Labels labels;
  private final StaffNames staff;

  QualityViews(Choices choices, Labels labels, StaffNames staff) {
    this.choices = choices;
    this.labels = labels;
    this.staff = staff;
  }

  /**
   * An item in words.
   *
   * @param why each reason for which it is on the list
   * @param score empty before it has one
   */
  record ItemView(
      String id,
      String ticket,
      String estate,
      String category,
      List<String> why,
      String agent,
      String state,
      String tone,
      String score,
      String added) {}

  /** What one criterion was given, in words. */
  record MarkLine(String name, int weight, int points, int most, String remark) {}

  /** A sheet in words. */
  record SheetView(
      boolean first, String score, String written, List<MarkLine> marks, String remark) {}

  /**
   * A dispute in words.
   *
   * @param answered empty while nobody has
   */
  record DisputeView(String raised, String reason, String answered, String answer) {}

  List<ItemView> of(List<QualityItem> items, SignedInUser reader) {
    Map<String, String> estates =
        choices.estates(reader.scope()).stream()
            .collect(Collectors.toMap(Choice::value, Choice::text));
    return items.stream().map(each -> of(each, estates)).toList();
  }

  private ItemView of(QualityItem item, Map<String, String> estates) {
    String estate = Objects.toString(item.estate(), "");
    Integer score = item.score();
    return new ItemView(
        Long.toString(item.id()),
        item.ticket().toString(),
        estate.isEmpty()
            ? labels.text("tickets.placeUnknown")
            : estates.getOrDefault(estate, estate),
        choices.categoryName(item.category(), item.subcategory()),
        why(item),
        agent(item.agent()),
        labels.name("quality-state", item.state()),
        tone(item.state()),
        score == null ? "" : ScoreText.of(score),
        labels.time(item.addedAt()));
  }

  private List<String> why(QualityItem item) {
    List<String> why = new ArrayList<>();
    LocalDate week = item.week();
    if (week != null) {
      why.add(labels.text("quality.why.sample", week.toString()));
    }
    if (item.low()) {
      why.add(labels.text("quality.why.low"));
    }
    return why;
  }

  /** The name of who is judged. */
  String agent(String login) {
    return login.isEmpty() ? labels.text("quality.nobody") : staff.of(login);
  }

  private static String tone(ItemState state) {
    return switch (state) {
      case OPEN -> "info";
      case DISPUTED -> "warn";
      case SCORED, ANSWERED -> "ok";
    };
  }

  SheetView of(Sheet sheet) {
    return new SheetView(
        sheet.number() == 1,
        ScoreText.of(sheet.score()),
        labels.text("quality.written", staff.of(sheet.by()), labels.fullTime(sheet.at())),
        sheet.marks().stream().map(mark -> line(mark, sheet.criteria())).toList(),
        sheet.remark());
  }

  private MarkLine line(Mark mark, Criteria criteria) {
    Criterion criterion = criteria.at(mark.position());
    return new MarkLine(
        labels.chinese() ? criterion.zh() : criterion.en(),
        criterion.weight(),
        mark.points(),
        criterion.most(),
        mark.remark());
  }

  DisputeView of(Dispute dispute) {
    Boolean changed = dispute.changed();
    return new DisputeView(
        labels.text("quality.disputedBy", staff.of(dispute.by()), labels.fullTime(dispute.at())),
        dispute.reason(),
        changed == null
            ? ""
            : labels.text(
                changed ? "quality.answered.changed" : "quality.answered.kept",
                staff.of(dispute.answeredBy()),
                labels.fullTime(Objects.requireNonNull(dispute.answeredAt()))),
        dispute.answer());
  }
}
