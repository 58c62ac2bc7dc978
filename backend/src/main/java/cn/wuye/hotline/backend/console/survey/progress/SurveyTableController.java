package cn.wuye.hotline.backend.console.survey.progress;

import cn.wuye.hotline.backend.console.Downloads;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.moving.table.CsvOut;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.progress.SurveyExport;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The surveys of a period as a table, for those who may take data away. */
@Controller
class SurveyTableController {
  private final SurveyExport export;
  private final SurveyColumns columns;
  private final Labels labels;
  private final Clock clock;

  SurveyTableController(SurveyExport export, SurveyColumns columns, Labels labels, Clock clock) {
    this.export = export;
    this.columns = columns;
    this.labels = labels;
    this.clock = clock;
  }

  @GetMapping(SurveyTodayController.PATH + ".csv")
  void csv(
      @RequestParam(defaultValue = "") String period,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletResponse response)
      throws IOException {
    PlaceRights.require(me.takesDataAway());
    Period wanted = SurveyTodayController.choice(period).now(clock);
    Downloads.begin(response, Downloads.CSV, name(wanted, "csv"));
    CsvOut out = CsvOut.to(response.getOutputStream());
    SurveyColumns.Rows rows = columns.rows();
    out.row(columns.headers());
    export.<IOException>write(
        wanted, me.scope(), me.getUsername(), "csv", survey -> out.row(rows.of(survey)));
    out.flush();
  }

  @GetMapping(SurveyTodayController.PATH + ".xlsx")
  void xlsx(
      @RequestParam(defaultValue = "") String period,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletResponse response)
      throws IOException {
    PlaceRights.require(me.takesDataAway());
    Period wanted = SurveyTodayController.choice(period).now(clock);
    SurveyColumns.Rows rows = columns.rows();
    try (Workbook book = new Workbook(labels.text("surveyToday.sheet"), columns.headers())) {
      export.<RuntimeException>write(
          wanted, me.scope(), me.getUsername(), "xlsx", survey -> book.row(rows.of(survey)));
      Downloads.begin(response, Downloads.XLSX, name(wanted, "xlsx"));
      book.write(response.getOutputStream());
    }
  }

  private static String name(Period period, String ending) {
    return "surveys-%s-%s.%s".formatted(period.from(), period.to(), ending);
  }
}
