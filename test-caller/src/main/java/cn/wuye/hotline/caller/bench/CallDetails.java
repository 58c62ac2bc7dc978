package cn.wuye.hotline.caller.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The calls of a run, judged by themselves. */
record CallDetails(List<CallDetail> calls) {
  CallDetails {
    calls = calls.stream().sorted(Comparator.comparingDouble(CallDetail::start)).toList();
  }

  static CallDetails of(List<String> lines) {
    return new CallDetails(lines.stream().flatMap(line -> CallDetail.of(line).stream()).toList());
  }

  CallDetails only(Predicate<CallDetail> which) {
    return new CallDetails(calls.stream().filter(which).toList());
  }

  Set<String> numbers() {
    return calls.stream().map(CallDetail::number).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The numbers that had two calls at the same time. */
  Set<String> twiceAtOnce() {
    Set<String> numbers = new TreeSet<>();
    for (int i = 0; i < calls.size(); i++) {
      for (CallDetail later : calls.subList(i + 1, calls.size())) {
        if (later.number().equals(calls.get(i).number()) && later.overlaps(calls.get(i))) {
          numbers.add(later.number());
        }
      }
    }
    return numbers;
  }

  /** How many there were at the same time, at most. */
  int mostAtOnce() {
    TreeMap<Double, Integer> changes = new TreeMap<>();
    for (CallDetail call : calls) {
      changes.merge(call.start(), 1, Integer::sum);
      changes.merge(call.end(), -1, Integer::sum);
    }
    int now = 0;
    int most = 0;
    for (int change : changes.values()) {
      now += change;
      most = Math.max(most, now);
    }
    return most;
  }

  /** How many were begun in any stretch of so many seconds, at most. */
  int mostBegunWithin(double seconds) {
    List<Double> window = new ArrayList<>();
    int most = 0;
    for (CallDetail call : calls) {
      window.add(call.start());
      window.removeIf(start -> start <= call.start() - seconds);
      most = Math.max(most, window.size());
    }
    return most;
  }

  /** From the first beginning to the last. */
  double secondsOfBeginnings() {
    return calls.isEmpty() ? 0 : calls.get(calls.size() - 1).start() - calls.get(0).start();
  }
}
