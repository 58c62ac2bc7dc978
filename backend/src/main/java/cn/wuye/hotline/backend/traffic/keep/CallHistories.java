package cn.wuye.hotline.backend.traffic.keep;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.staffing.CallForecast;
import cn.wuye.hotline.backend.traffic.staffing.CallHistory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The calls of the last weeks, of kept days, for a forecast. */
@Component
public class CallHistories {
  private final QuarterRows rows;
  private final Clock clock;

  CallHistories(QuarterRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * As far back as a {@link CallForecast} looks.
   *
   * @param queues codes of those that are planned together
   */
  public CallHistory of(Predicate<String> queues) {
    LocalDate today = LocalDate.ofInstant(Utc.now(clock), DayKeeper.ZONE);
    LocalDate first = today.minusWeeks(CallForecast.WEEKS);
    return new CallHistory(
        rows.between(first, today).only(queues), rows.kept(first, today).keySet(), DayKeeper.ZONE);
  }
}
