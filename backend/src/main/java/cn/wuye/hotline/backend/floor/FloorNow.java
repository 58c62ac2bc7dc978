package cn.wuye.hotline.backend.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One view over all nodes at one moment.
 *
 * @param nodes by name
 * @param callers who wait, the longest first
 * @param agents each once, by extension
 * @param machine who talk with the machine, the longest first
 */
public record FloorNow(
    List<Node> nodes,
    List<PlacedCaller> callers,
    List<PlacedAgent> agents,
    List<PlacedMachineCaller> machine) {
  /** What was last seen longer ago than this tells nothing of who waits now. */
  public static final Duration KEPT = Duration.ofMinutes(10);

  /** A phone that is there is rather where she is, and the later state rather what she does. */
  private static final Comparator<PlacedAgent> LIKELIER =
      Comparator.comparing((PlacedAgent placed) -> !placed.stale())
          .thenComparing(placed -> placed.agent().doing() != Doing.UNREACHABLE)
          .thenComparing(placed -> placed.agent().since());

  public FloorNow {
    nodes = List.copyOf(nodes);
    callers = List.copyOf(callers);
    agents = List.copyOf(agents);
    machine = List.copyOf(machine);
  }

  /** Nothing is known. */
  public static final FloorNow NOTHING = new FloorNow(List.of(), List.of(), List.of(), List.of());

  /**
   * A node's standing.
   *
   * @param since when that began; of a part that is not the present: of when it is
   */
  public record Node(String name, Standing standing, Instant since) {}

  /**
   * A caller at her node.
   *
   * @param stale whether the node is not seen now
   */
  public record PlacedCaller(String node, boolean stale, Caller caller) {}

  /**
   * An agent at the node of her phone.
   *
   * @param stale whether the node is not seen now
   */
  public record PlacedAgent(String node, boolean stale, Agent agent) {}

  /**
   * Who talks with the machine of her node.
   *
   * @param stale whether the node is not seen now
   */
  public record PlacedMachineCaller(String node, boolean stale, MachineCaller caller) {}

  /**
   * A part as another node has it.
   *
   * @param cutSince when the node was last heard; null while it is
   */
  public record Held(NodePart part, @Nullable Instant cutSince) {
    Node node() {
      if (cutSince != null) {
        return new Node(part.node(), Standing.CUT, part.seen() ? cutSince : part.since());
      }
      return new Node(part.node(), part.seen() ? Standing.LIVE : Standing.BLIND, part.since());
    }
  }

  /** Puts the parts together. */
  public static FloorNow of(Collection<Held> parts, Instant now) {
    List<Node> nodes =
        parts.stream().map(Held::node).sorted(Comparator.comparing(Node::name)).toList();
    List<PlacedCaller> callers =
        parts.stream()
            .filter(held -> tells(held.node(), now))
            .flatMap(held -> held.part().callers().stream().map(caller -> placed(held, caller)))
            .sorted(Comparator.comparing((PlacedCaller placed) -> placed.caller().since()))
            .toList();
    Map<String, PlacedAgent> agents = new TreeMap<>();
    parts.stream()
        .filter(held -> tells(held.node(), now))
        .flatMap(held -> held.part().agents().stream().map(agent -> placed(held, agent)))
        .forEach(placed -> agents.merge(placed.agent().extension(), placed, FloorNow::likelier));
    // Who is sent to the agents of another node is seen by both: she waits there.
    Set<String> waiting =
        callers.stream()
            .filter(placed -> !placed.stale())
            .map(placed -> placed.caller().call())
            .collect(Collectors.toSet());
    List<PlacedMachineCaller> machine =
        parts.stream()
            .filter(held -> reached(held) || tells(held.node(), now))
            .flatMap(held -> held.part().machine().stream().map(caller -> placed(held, caller)))
            .filter(placed -> !waiting.contains(placed.caller().call()))
            .sorted(Comparator.comparing((PlacedMachineCaller placed) -> placed.caller().since()))
            .toList();
    return new FloorNow(nodes, callers, List.copyOf(agents.values()), machine);
  }

  private static boolean tells(Node node, Instant now) {
    return node.standing() == Standing.LIVE || !node.since().plus(KEPT).isBefore(now);
  }

  private static PlacedCaller placed(Held held, Caller caller) {
    return new PlacedCaller(held.part().node(), stale(held), caller);
  }

  private static PlacedMachineCaller placed(Held held, MachineCaller caller) {
    return new PlacedMachineCaller(held.part().node(), !reached(held), caller);
  }

  /** What the machine itself tells does not need the node's Asterisk to be seen. */
  private static boolean reached(Held held) {
    return held.node().standing() != Standing.CUT;
  }

  private static PlacedAgent placed(Held held, Agent agent) {
    return new PlacedAgent(held.part().node(), stale(held), agent);
  }

  private static boolean stale(Held held) {
    return held.node().standing() != Standing.LIVE;
  }

  private static PlacedAgent likelier(PlacedAgent one, PlacedAgent other) {
    return LIKELIER.compare(one, other) >= 0 ? one : other;
  }
}
