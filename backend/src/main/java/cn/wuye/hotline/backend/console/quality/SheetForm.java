package cn.wuye.hotline.backend.console.quality;

import cn.wuye.hotline.backend.quality.Criteria;
import cn.wuye.hotline.backend.quality.Criterion;
import cn.wuye.hotline.backend.quality.Filled;
import cn.wuye.hotline.backend.quality.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A sheet's fields as typed: {@code points-1, remark-1 …} by position of the criterion, {@code
 * remark}.
 */
record SheetForm(Criteria criteria, Map<String, String> typed) {
  private static final int NONE = -1;

  /** A row of the form. */
  record Row(int position, String name, int weight, int most, String points, String remark) {}

  /** One in which nothing is typed yet. */
  static SheetForm empty(Criteria criteria) {
    return new SheetForm(criteria, Map.of());
  }

  List<Row> rows(boolean chinese) {
    return criteria.active().stream().map(each -> row(each, chinese)).toList();
  }

  private Row row(Criterion each, boolean chinese) {
    return new Row(
        each.position(),
        chinese ? each.zh() : each.en(),
        each.weight(),
        each.most(),
        text("points-" + each.position()),
        text("remark-" + each.position()));
  }

  /** What is no number is none that any criterion can have. */
  Filled filled() {
    List<Mark> marks = new ArrayList<>();
    for (Criterion each : criteria.active()) {
      String points = text("points-" + each.position());
      marks.add(
          new Mark(
              each.position(),
              points.matches("[0-9]{1,3}") ? Integer.parseInt(points) : NONE,
              text("remark-" + each.position())));
    }
    return new Filled(criteria.version(), marks, remark());
  }

  String remark() {
    return text("remark");
  }

  private String text(String name) {
    return Objects.requireNonNullElse(typed.get(name), "").strip();
  }
}
