package cn.wuye.hotline.backend.console.survey.progress;

import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.progress.ExportedSurvey;
import cn.wuye.hotline.backend.user.StaffNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The columns of the table of surveys; docs/surveys.md says what they mean. */
@Component
class SurveyColumns {
  /** In the order of the cells. */
  private static final List<String> CODES =
      List.of(
          "survey",
          "ticket",
          "round",
          "estate",
          "category",
          "department",
          "state",
          "channel",
          "by",
          "solved",
          "satisfaction",
          "score",
          "attitude",
          "speed",
          "result",
          "recommendation",
          "dissatisfied",
          "attempts",
          "first-call",
          "settled",
          "words");

  /** A cell of a workbook holds little more. */
  private static final int MOST_WORDS = 32_000;

  private final Labels labels;
  private final Choices choices;
  private final DepartmentNames departments;
  private final StaffNames staff;

  SurveyColumns(Labels labels, Choices choices, DepartmentNames departments, StaffNames staff) {
    this.labels = labels;
    this.choices = choices;
    this.departments = departments;
    this.staff = staff;
  }

  List<String> headers() {
    return CODES.stream().map(code -> labels.text("surveyToday.column." + code)).toList();
  }

  /** Makes the cells of one survey after the other. */
  Rows rows() {
    return new Rows(departments.all());
  }

  final class Rows {
    private final Map<String, String> names;

    private Rows(Map<String, String> names) {
      this.names = names;
    }

    List<String> of(ExportedSurvey survey) {
      Integer degree = survey.satisfaction();
      @Nullable Satisfaction satisfaction =
          degree == null ? null : Satisfaction.ofKey(degree).orElse(null);
      List<String> cells = new ArrayList<>();
      cells.add(Long.toString(survey.id()));
      cells.add(survey.ticket().toString());
      cells.add(Integer.toString(survey.round()));
      cells.add(survey.estate());
      cells.add(choices.fullCategoryName(survey.category(), survey.subcategory()));
      cells.add(names.getOrDefault(survey.department(), survey.department()));
      cells.add(labels.name("survey-state", survey.state()));
      cells.add(named("survey-channel", survey.channel()));
      cells.add(survey.by().isEmpty() ? "" : staff.of(survey.by()));
      cells.add(named("survey-solved", survey.solved()));
      cells.add(satisfaction == null ? "" : labels.name("satisfaction", satisfaction));
      cells.add(satisfaction == null ? "" : Integer.toString(satisfaction.score()));
      cells.add(number(survey.attitude()));
      cells.add(number(survey.speed()));
      cells.add(number(survey.result()));
      cells.add(number(survey.recommendation()));
      cells.add(labels.text(survey.dissatisfied() ? "yes" : "no"));
      cells.add(Integer.toString(survey.attempts()));
      cells.add(time(survey.firstCall()));
      cells.add(labels.fullTime(survey.settled()));
      cells.add(Text.fitted(survey.words(), MOST_WORDS));
      return cells;
    }

    private String named(String group, String code) {
      return code.isEmpty() ? "" : labels.name(group, code);
    }

    private String time(@Nullable Instant at) {
      return at == null ? "" : labels.fullTime(at);
    }

    private static String number(@Nullable Integer value) {
      return value == null ? "" : value.toString();
    }
  }
}
