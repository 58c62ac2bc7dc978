package cn.wuye.hotline.backend.console.survey.progress;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.survey.progress.ResultView.Cell;
import cn.wuye.hotline.backend.console.survey.progress.ResultView.Table;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.survey.Share;
import cn.wuye.hotline.backend.survey.progress.SurveyResults;
import cn.wuye.hotline.backend.survey.progress.Tally;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts results of surveys into words. */
@Component
class ResultViews {
  private final Labels labels;
  private final Choices choices;
  private final DepartmentNames departments;

  ResultViews(Labels labels, Choices choices, DepartmentNames departments) {
    this.labels = labels;
    this.choices = choices;
    this.departments = departments;
  }

  /** All of them together. */
  ResultView all(SurveyResults results) {
    return line(labels.text("surveyToday.results.all"), results.all());
  }

  /** The same by estate, category and department. */
  List<Table> tables(SurveyResults results, EstateScope scope) {
    Map<String, String> estates =
        choices.estates(scope).stream().collect(Collectors.toMap(Choice::value, Choice::text));
    Map<String, String> names = departments.all();
    String nowhere = labels.text("tickets.placeUnknown");
    String nobody = labels.text("surveyToday.results.noDepartment");
    return List.of(
        table(
            "estate",
            results.byEstate(),
            id -> id.isEmpty() ? nowhere : estates.getOrDefault(id, id)),
        table("category", results.byCategory(), code -> choices.categoryName(code, "")),
        table(
            "department",
            results.byDepartment(),
            code -> code.isEmpty() ? nobody : names.getOrDefault(code, code)));
  }

  private Table table(String code, List<SurveyResults.Line> lines, UnaryOperator<String> name) {
    return new Table(
        code,
        labels.text("surveyToday.results." + code),
        lines.stream().map(each -> line(name.apply(each.key()), each.tally())).toList());
  }

  private ResultView line(String name, Tally tally) {
    return new ResultView(
        name,
        labels.text("surveyToday.answers", tally.answers()),
        cell(tally.meanScore(), tally.scored(), "surveyToday.score"),
        cell(tally.satisfiedShare()),
        cell(tally.solvedShare()),
        cell(tally.dissatisfiedShare()),
        tally.unreached(),
        tally.declined());
  }

  private Cell cell(Share share) {
    return cell(share.percent(), share.of(), "surveyToday.percent");
  }

  private Cell cell(OptionalInt value, long of, String form) {
    return new Cell(
        value.isPresent() ? labels.text(form, value.getAsInt()) : "",
        labels.text("surveyToday.answers", of));
  }
}
