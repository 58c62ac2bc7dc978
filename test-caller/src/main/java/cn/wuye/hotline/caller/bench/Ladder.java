package cn.wuye.hotline.caller.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the highest load that each of several contestants carries. All take turns at every load, so
 * that a slow minute of a shared machine touches all of them; who fails may try again.
 */
final class Ladder {
  private final int first;
  private final double factor;
  private final int most;
  private final int refinements;
  private final int tries;
  private final List<Run> runs = new ArrayList<>();

  /** Something that can be put under load. */
  interface Contestant {
    String name();

    /** Carries the load for a while. */
    Attempt carry(int load) throws Exception;
  }

  /**
   * How it went.
   *
   * @param measured what is worth telling
   */
  record Attempt(boolean held, Map<String, Object> measured) {}

  private record Run(String who, int load, Attempt attempt) {
    Map<String, Object> summary() {
      Map<String, Object> summary = new LinkedHashMap<>();
      summary.put("who", who);
      summary.put("load", load);
      summary.put("held", attempt.held());
      summary.putAll(attempt.measured());
      return summary;
    }
  }

  /**
   * @param first the load of the first step
   * @param factor from step to step, above 1
   * @param most no step is higher
   * @param refinements how often the span between held and failed is halved afterwards
   * @param tries how often each may try a load
   */
  Ladder(int first, double factor, int most, int refinements, int tries) {
    this.first = first;
    this.factor = factor;
    this.most = most;
    this.refinements = refinements;
    this.tries = tries;
  }

  /**
   * Lets all carry a load a few times, uncounted: compilers want to have seen thousands of it.
   *
   * @param load that everyone holds
   */
  void warmUp(List<? extends Contestant> contestants, int load, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      for (Contestant each : contestants) {
        Progress.tell("warming up: " + each.name() + " " + each.carry(load).measured());
      }
    }
  }

  /** The highest load held by each, by name; 0 for one that held none. */
  Map<String, Integer> climb(List<? extends Contestant> contestants) throws Exception {
    Map<String, Integer> held = new LinkedHashMap<>();
    Map<String, Integer> failed = new HashMap<>();
    contestants.forEach(each -> held.put(each.name(), 0));
    for (int load : steps()) {
      for (Contestant each : contestants) {
        if (!failed.containsKey(each.name())) {
          attempt(each, load, held, failed);
        }
      }
    }
    for (int i = 0; i < refinements; i++) {
      for (Contestant each : contestants) {
        int low = held.getOrDefault(each.name(), 0);
        int high = failed.getOrDefault(each.name(), low);
        int middle = (low + high) / 2;
        if (middle > low && middle < high) {
          attempt(each, middle, held, failed);
        }
      }
    }
    return held;
  }

  /** All carry the same load a few times in turn, whether they hold it or not, to be compared. */
  void alternate(List<? extends Contestant> contestants, int load, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      for (Contestant each : contestants) {
        tried(each, load);
      }
    }
  }

  private Set<Integer> steps() {
    Set<Integer> steps = new TreeSet<>();
    for (double load = first; load < most; load *= factor) {
      steps.add((int) Math.round(load));
    }
    steps.add(most);
    return steps;
  }

  private void attempt(
      Contestant contestant, int load, Map<String, Integer> held, Map<String, Integer> failed)
      throws Exception {
    boolean done = false;
    for (int i = 0; i < tries && !done; i++) {
      done = tried(contestant, load);
    }
    (done ? held : failed).put(contestant.name(), load);
  }

  private boolean tried(Contestant contestant, int load) throws Exception {
    Attempt attempt = contestant.carry(load);
    runs.add(new Run(contestant.name(), load, attempt));
    Progress.tell(
        contestant.name()
            + " at "
            + load
            + (attempt.held() ? ": held " : ": FAILED ")
            + attempt.measured());
    return attempt.held();
  }

  /** Every attempt, in order, for the result. */
  List<Map<String, Object>> runs() {
    return runs.stream().map(Run::summary).toList();
  }

  /**
   * The median of what was measured under one name by one contestant at one load: of the attempts
   * that held if any did, else of all.
   */
  double median(String who, int load, String what) {
    List<Run> there = runs.stream().filter(run -> run.who.equals(who) && run.load == load).toList();
    boolean held = there.stream().anyMatch(run -> run.attempt.held());
    return Percentiles.median(
        there.stream()
            .filter(run -> run.attempt.held() == held)
            .map(run -> run.attempt.measured().get(what))
            .filter(Number.class::isInstance)
            .map(value -> ((Number) value).doubleValue())
            .toList());
  }
}
