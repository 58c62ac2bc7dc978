package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import java.util.Map;

/**
 * The figures of today.
 *
 * @param queues by code
 * @param agents by extension
 */
public record FloorFigures(Map<String, QueueFigures> queues, Map<String, AgentSums> agents) {
  /** Nothing was read yet. */
  public static final FloorFigures NONE = new FloorFigures(Map.of(), Map.of());

  public FloorFigures {
    queues = Map.copyOf(queues);
    agents = Map.copyOf(agents);
  }

  QueueFigures queue(String code) {
    return queues.getOrDefault(code, QueueFigures.NONE);
  }

  AgentSums agent(String extension) {
    return agents.getOrDefault(extension, AgentSums.NONE);
  }
}
