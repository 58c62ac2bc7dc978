package cn.wuye.hotline.backend.traffic.report;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.AgentSpan;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Stays;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureRules;
import cn.wuye.hotline.backend.traffic.figures.FigureTable;
import cn.wuye.hotline.backend.traffic.figures.Quarter;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The figures of a time, of all queues and agents; who asks takes those that she may see ({@link
 * FigureTable#only}). What goes on is counted until now. The cost is that of reading the events of
 * the time: meant for days, not for years.
 */
@Component
public class TrafficReports {
  private final QueueEvents log;
  private final Clock clock;

  TrafficReports(QueueEvents log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * By quarter and queue: what became of those who began to wait in the time.
   *
   * @param end does not belong to it
   */
  public FigureTable<CallSums> queues(Quarter first, Quarter end, FigureRules rules) {
    Instant until = until(end);
    // Who was waiting before and joins again, after a question, is no new caller of the time.
    List<QueueEvent> events = log.between(first.start().minus(Stay.LONGEST_CALL), until);
    return FigureTable.ofQueues(Stays.of(events, until), rules).between(first.start(), end.start());
  }

  /**
   * By quarter and agent: what they did in the time.
   *
   * @param end does not belong to it
   */
  public FigureTable<AgentSums> agents(Quarter first, Quarter end) {
    Instant since = first.start().minus(Stay.LONGEST_CALL);
    Instant until = until(end);
    List<QueueEvent> events = new ArrayList<>(log.statesAt(since));
    events.addAll(log.between(since, until));
    return FigureTable.ofAgents(AgentSpan.of(events, until), Stays.of(events, until), events)
        .between(first.start(), end.start());
  }

  private Instant until(Quarter end) {
    Instant followed = end.start().plus(Stay.LONGEST_CALL);
    Instant now = Utc.now(clock);
    return followed.isBefore(now) ? followed : now;
  }
}
