package cn.wuye.hotline.backend.traffic.keep;

import cn.wuye.hotline.backend.database.SharedJob;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureRules;
import cn.wuye.hotline.backend.traffic.figures.FigureTable;
import cn.wuye.hotline.backend.traffic.figures.Quarter;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import cn.wuye.hotline.backend.traffic.report.TrafficReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the sums of each day twice: when its last calls must be over, and for good three days
 * later, with what nodes told late that were cut off. A day on which nothing at all was logged is
 * not kept: nothing is known of it.
 */
@Component
class DayKeeper implements SharedJob {
  static final ZoneId ZONE = WorkingCalendar.CHINA;

  private static final Logger log = LoggerFactory.getLogger(DayKeeper.class);

  /** After a day's end, for calls that began in its last minute. */
  private static final Duration SETTLES = Stay.LONGEST_CALL.plusMinutes(30);

  private static final Duration FINAL = Duration.ofDays(3);

  /** What was not kept for so long is no use to a forecast. */
  private static final int DAYS_BACK = 60;

  private final QueueEvents events;
  private final TrafficReports reports;
  private final QuarterRows rows;
  private final AgentQuarterRows agentRows;
  private final Transactions transactions;
  private final Clock clock;

  DayKeeper(
      QueueEvents events,
      TrafficReports reports,
      QuarterRows rows,
      AgentQuarterRows agentRows,
      Transactions transactions,
      Clock clock) {
    this.events = events;
    this.reports = reports;
    this.rows = rows;
    this.agentRows = agentRows;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "traffic-days";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(30);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    Instant now = Utc.now(clock);
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    LocalDate first = today.minusDays(DAYS_BACK);
    Map<LocalDate, Instant> kept = rows.kept(first, today);
    for (LocalDate day = first;
        day.isBefore(today) && !stopping.getAsBoolean();
        day = day.plusDays(1)) {
      Instant settled = end(day).plus(SETTLES);
      Instant last = kept.getOrDefault(day, Instant.MIN);
      boolean once = last.isBefore(settled) && !settled.isAfter(now);
      boolean forGood = last.isBefore(settled.plus(FINAL)) && !settled.plus(FINAL).isAfter(now);
      if (once || forGood) {
        keep(day, now);
      }
    }
  }

  /** Keeps a day as it is known now; false when nothing was logged on it. */
  boolean keep(LocalDate day, Instant now) {
    if (!events.any(start(day), end(day))) {
      return false;
    }
    Quarter first = Quarter.of(start(day));
    Quarter end = Quarter.of(end(day));
    FigureTable<CallSums> queues = reports.queues(first, end, FigureRules.SHIPPED);
    FigureTable<AgentSums> agents = reports.agents(first, end);
    transactions.run(
        () -> {
          rows.replace(day, queues, now);
          agentRows.replace(day, agents);
          return true;
        });
    log.debug("the sums of queues and agents of {} are kept", day);
    return true;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  private static Instant end(LocalDate day) {
    return start(day.plusDays(1));
  }
}
