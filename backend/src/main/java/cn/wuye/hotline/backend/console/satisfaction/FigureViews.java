package cn.wuye.hotline.backend.console.satisfaction;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.dispatch.Department;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.ThirdParty;
import cn.wuye.hotline.backend.rounding.Rounded;
import cn.wuye.hotline.backend.survey.figures.By;
import cn.wuye.hotline.backend.survey.figures.Figure;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts figures into words. */
@Component
class FigureViews {
  private static final String NONE = "—";

  private final Choices choices;
  private final DispatchPlan plan;
  private final StaffNames staff;
  private final Labels labels;

  FigureViews(Choices choices, DispatchPlan plan, StaffNames staff, Labels labels) {
    this.choices = choices;
    this.plan = plan;
    this.staff = staff;
    this.labels = labels;
  }

  /** A line of the table; a share that has too few answers is a dash. */
  record Line(
      String name,
      String settled,
      String answered,
      String unreached,
      String declined,
      String answerRate,
      String scored,
      String mean,
      String satisfied,
      String told,
      String solved,
      String dissatisfied,
      String recommended,
      String nps) {
    /** For the template, in the order of the columns. */
    public List<String> cells() {
      return List.of(
          name,
          settled,
          answered,
          unreached,
          declined,
          answerRate,
          scored,
          mean,
          satisfied,
          told,
          solved,
          dissatisfied,
          recommended,
          nps);
    }
  }

  List<Line> of(List<Figure> figures, By by, SignedInUser reader) {
    UnaryOperator<String> names = names(by, reader);
    return figures.stream()
        .map(
            each ->
                line(
                    each,
                    each.who().isEmpty()
                        ? labels.text("figures.nobody." + by.code())
                        : names.apply(each.who())))
        .toList();
  }

  Line total(List<Figure> figures) {
    return line(Figure.sum(figures), labels.text("figures.total"));
  }

  private Line line(Figure each, String name) {
    return new Line(
        name,
        Long.toString(each.settled()),
        Long.toString(each.answered()),
        Long.toString(each.unreached()),
        Long.toString(each.declined()),
        percent(each.answerRate()),
        Long.toString(each.scored()),
        number(each.mean()),
        percent(each.satisfiedShare()),
        Long.toString(each.told()),
        percent(each.solvedRate()),
        Long.toString(each.dissatisfied()),
        Long.toString(each.recommended()),
        number(each.nps()));
  }

  private UnaryOperator<String> names(By by, SignedInUser reader) {
    return switch (by) {
      case OWNER -> staff::of;
      case DEPARTMENT ->
          found(
              plan.departments().stream()
                  .map(DispatchPlan.Kept::department)
                  .collect(Collectors.toMap(Department::code, this::name)));
      case ESTATE ->
          found(
              choices.estates(reader.scope()).stream()
                  .collect(Collectors.toMap(Choice::value, Choice::text)));
      case THIRD_PARTY ->
          found(
              plan.thirdParties().stream()
                  .collect(Collectors.toMap(ThirdParty::code, ThirdParty::name)));
    };
  }

  private String name(Department department) {
    return labels.chinese() ? department.zh() : department.en();
  }

  /** What is gone keeps its code. */
  private static UnaryOperator<String> found(Map<String, String> names) {
    return code -> names.getOrDefault(code, code);
  }

  private static String percent(OptionalDouble value) {
    return value.isEmpty() ? NONE : number(value) + "%";
  }

  private static String number(OptionalDouble value) {
    return value.isEmpty() ? NONE : Rounded.tenth(value.getAsDouble()).toPlainString();
  }
}
