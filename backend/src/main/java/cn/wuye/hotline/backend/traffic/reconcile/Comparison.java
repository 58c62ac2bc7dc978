package cn.wuye.hotline.backend.traffic.reconcile;

import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Stays;
import cn.wuye.hotline.backend.traffic.reconcile.Reconciliation.CallBack;
import cn.wuye.hotline.backend.traffic.reconcile.Reconciliation.Result;
import cn.wuye.hotline.router.ami.BlindSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Our log and Asterisk's files of one node beside each other: what both make of each queue and each
 * agent, and every difference of a call.
 *
 * @param calls how many there are in either
 * @param notQueued our stays that were never in Asterisk's queue: nobody there, or her last agent
 * @param compared stays, CDRs and call-backs that stand on both sides
 * @param callBacks how many were asked for
 * @param everything all our stays, those outside of Asterisk's queue among them: what reports say
 */
public record Comparison(
    int calls,
    int notQueued,
    int compared,
    int callBacks,
    int callBacksTalked,
    int callBacksTalkedInAsterisk,
    Map<String, Sides> queues,
    Map<String, Sides> agents,
    Sides total,
    Tally everything,
    List<Difference> differences) {

  /** What both make of the same. */
  public record Sides(Tally ours, Tally asterisk) {}

  /** What is compared: of one node, and of the same time. */
  public record Given(
      List<QueueEvent> ours,
      List<QueueEvent> queueLog,
      List<CdrLine> cdr,
      List<CallBack> callBacks,
      List<BlindSpan> blind) {
    /** Only the calls that began, on whichever side first, in a time. */
    Given beganIn(Instant from, Instant to) {
      Map<String, Instant> began = new TreeMap<>();
      for (List<QueueEvent> side : List.of(ours, queueLog)) {
        for (QueueEvent event : side) {
          began.merge(event.call(), event.at(), (a, b) -> a.isBefore(b) ? a : b);
        }
      }
      began.values().removeIf(at -> at.isBefore(from) || !at.isBefore(to));
      return new Given(
          ours.stream().filter(event -> began.containsKey(event.call())).toList(),
          queueLog.stream().filter(event -> began.containsKey(event.call())).toList(),
          cdr,
          callBacks,
          blind);
    }
  }

  public Comparison {
    queues = Map.copyOf(queues);
    agents = Map.copyOf(agents);
    differences = List.copyOf(differences);
  }

  /**
   * Compares the calls that began in a time.
   *
   * @param given reaches further than the time at both ends, by the longest call
   * @param now when all of it was read
   */
  public static Comparison of(Given given, Instant from, Instant to, Instant now) {
    Given chosen = given.beganIn(from, to);
    List<Difference> differences = new ArrayList<>();
    int compared = 0;
    for (Result result :
        List.of(
            Reconciliation.ofQueueLog(chosen.ours(), chosen.queueLog(), chosen.blind(), now),
            Reconciliation.ofCdr(chosen.ours(), chosen.cdr(), now),
            Reconciliation.ofCallBacks(chosen.callBacks(), chosen.cdr()))) {
      differences.addAll(result.differences());
      compared += result.compared();
    }
    List<Stay> ours = Stays.of(chosen.ours(), now);
    List<Stay> theirs = Stays.of(chosen.queueLog(), now);
    TreeSet<String> calls = new TreeSet<>();
    ours.forEach(stay -> calls.add(stay.call()));
    theirs.forEach(stay -> calls.add(stay.call()));
    Map<String, Tally> there =
        withTransfers(Tally.byQueue(theirs), transfers(theirs, chosen.cdr(), Stay::queue));
    Map<String, Tally> thereOfAgents =
        withTransfers(Tally.byAgent(theirs), transfers(theirs, chosen.cdr(), Comparison::agentOf));
    Map<String, Tally> here = Tally.byQueue(ours);
    return new Comparison(
        calls.size(),
        (int) ours.stream().filter(stay -> !stay.queued()).count(),
        compared,
        chosen.callBacks().size(),
        (int) chosen.callBacks().stream().filter(CallBack::talked).count(),
        (int) chosen.callBacks().stream().filter(made -> reached(made, chosen.cdr())).count(),
        sides(here, there),
        sides(Tally.byAgent(ours), thereOfAgents),
        new Sides(Tally.sum(here.values()), Tally.sum(there.values())),
        Tally.ofAll(ours),
        differences);
  }

  /** Those that nothing explains. */
  public List<Difference> unexplained() {
    return differences.stream().filter(difference -> !difference.explained()).toList();
  }

  private static boolean reached(CallBack made, Collection<CdrLine> cdr) {
    return cdr.stream().anyMatch(line -> line.calledBack(made.id()));
  }

  private static String agentOf(Stay stay) {
    return stay.talk() == null ? "" : stay.talk().agent();
  }

  /** How many calls of each have a CDR of handing on; of the first talk, which was handed on. */
  private static Map<String, Integer> transfers(
      List<Stay> stays, Collection<CdrLine> cdr, Function<Stay, String> of) {
    TreeSet<String> handedOn =
        cdr.stream()
            .filter(CdrLine::handedOn)
            .map(CdrLine::call)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Integer> counts = new TreeMap<>();
    for (Stay stay : stays) {
      if (stay.talk() != null && handedOn.remove(stay.call())) {
        counts.merge(of.apply(stay), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Map<String, Tally> withTransfers(
      Map<String, Tally> tallies, Map<String, Integer> counts) {
    tallies.replaceAll((key, tally) -> tally.withTransferred(counts.getOrDefault(key, 0)));
    return tallies;
  }

  private static Map<String, Sides> sides(Map<String, Tally> ours, Map<String, Tally> theirs) {
    TreeSet<String> keys = new TreeSet<>(ours.keySet());
    keys.addAll(theirs.keySet());
    Tally nothing = Tally.sum(List.of());
    Map<String, Sides> sides = new TreeMap<>();
    for (String key : keys) {
      sides.put(key, new Sides(ours.getOrDefault(key, nothing), theirs.getOrDefault(key, nothing)));
    }
    return sides;
  }
}
