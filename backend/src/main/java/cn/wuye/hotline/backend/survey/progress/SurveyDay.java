package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.survey.store.SurveySwitch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How surveys go today, as one who asks may see it.
 *
 * @param asOf when it was looked at
 * @param numbers of the surveys that may be seen
 * @param calls that go on, about tickets that may be seen
 * @param lines of the whole company
 */
public record SurveyDay(
    Instant asOf,
    LocalDate day,
    SurveySwitch.Position position,
    TodayNumbers numbers,
    List<RunningCall> calls,
    LineUse lines) {
  public SurveyDay {
    calls = List.copyOf(calls);
  }
}
