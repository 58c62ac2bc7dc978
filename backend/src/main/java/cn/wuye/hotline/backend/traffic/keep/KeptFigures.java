package cn.wuye.hotline.backend.traffic.keep;

import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureTable;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The figures of past days as they were kept, for reports of weeks and months; of all queues and
 * agents: who asks takes those that she may see.
 */
@Component
public class KeptFigures {
  private final QuarterRows queues;
  private final AgentQuarterRows agents;

  KeptFigures(QuarterRows queues, AgentQuarterRows agents) {
    this.queues = queues;
    this.agents = agents;
  }

  /**
   * The days of a time of which something is known.
   *
   * @param end does not belong to it
   */
  public Set<LocalDate> days(LocalDate first, LocalDate end) {
    return queues.kept(first, end).keySet();
  }

  /**
   * By quarter and queue.
   *
   * @param end does not belong to it
   */
  public FigureTable<CallSums> queues(LocalDate first, LocalDate end) {
    return queues.between(first, end);
  }

  /**
   * By quarter and agent.
   *
   * @param end does not belong to it
   */
  public FigureTable<AgentSums> agents(LocalDate first, LocalDate end) {
    return agents.between(first, end);
  }
}
