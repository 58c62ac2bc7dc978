package cn.wuye.hotline.backend.floor;

import java.time.Instant;
import java.util.List;

/**
 * What one node sees of its Asterisk.
 *
 * @param seen whether it sees it now; else the rest is what it saw last
 * @param since when it began to see it, or saw it last
 * @param callers who wait
 * @param machine who talk with the machine
 */
public record NodePart(
    String node,
    boolean seen,
    Instant since,
    List<Caller> callers,
    List<Agent> agents,
    List<MachineCaller> machine) {
  public NodePart {
    callers = List.copyOf(callers);
    agents = List.copyOf(agents);
    machine = List.copyOf(machine);
  }
}
