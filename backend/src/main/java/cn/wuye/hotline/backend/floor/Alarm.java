package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.floor.FloorNow.PlacedCaller;
import cn.wuye.hotline.backend.persistence.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that must not stay as it is.
 *
 * @param dialect that nobody speaks; else empty
 * @param since since when; null where it has no beginning
 * @param callers how many it is about
 * @param estates ids of theirs; an empty one for those of whom it is not known
 */
public record Alarm(
    Kind kind,
    Book.Queue queue,
    String dialect,
    @Nullable Instant since,
    int callers,
    Set<String> estates) {
  public Alarm {
    estates = Set.copyOf(estates);
  }

  /** What is wrong; the worst first. */
  public enum Kind implements Coded {
    /** Somebody who told of an emergency waits. */
    EMERGENCY("emergency", true),
    /** Somebody waits, and nobody takes calls. */
    UNATTENDED("unattended", true),
    /** Somebody waits for too long. */
    WAIT("wait", false),
    /** Nobody takes calls in a dialect. */
    NOBODY("nobody", false);

    private final String code;
    private final boolean danger;

    Kind(String code, boolean danger) {
      this.code = code;
      this.danger = danger;
    }

    @Override
    public String code() {
      return code;
    }

    /** Whether it is worse than a warning. */
    public boolean danger() {
      return danger;
    }

    /** Whether it tells that nobody is there: who does not see all nodes cannot know. */
    public boolean absence() {
      return this == UNATTENDED || this == NOBODY;
    }
  }

  /**
   * Those of one queue.
   *
   * @param callers who wait there, the longest first; what is stale alarms nobody
   * @param attended whether anybody there takes calls
   * @param patience who waits longer does so for too long
   */
  static List<Alarm> of(
      Book.Queue queue,
      List<PlacedCaller> callers,
      boolean attended,
      Duration patience,
      Instant now) {
    List<Caller> waiting =
        callers.stream()
            .filter(placed -> !placed.stale())
            .map(PlacedCaller::caller)
            .sorted(Comparator.comparing(Caller::since))
            .toList();
    List<Alarm> alarms = new ArrayList<>();
    about(alarms, Kind.EMERGENCY, queue, waiting, Caller::emergency);
    about(alarms, Kind.UNATTENDED, queue, waiting, caller -> !attended);
    about(alarms, Kind.WAIT, queue, waiting, caller -> caller.since().plus(patience).isBefore(now));
    if (!attended) {
      new TreeSet<>(queue.dialects())
          .forEach(
              dialect -> alarms.add(new Alarm(Kind.NOBODY, queue, dialect, null, 0, Set.of())));
    }
    return alarms;
  }

  /** One alarm about all whom it concerns, if there are any. */
  private static void about(
      List<Alarm> alarms,
      Kind kind,
      Book.Queue queue,
      List<Caller> waiting,
      Predicate<Caller> whom) {
    List<Caller> concerned = waiting.stream().filter(whom).toList();
    if (!concerned.isEmpty()) {
      alarms.add(
          new Alarm(
              kind,
              queue,
              "",
              concerned.get(0).since(),
              concerned.size(),
              concerned.stream().map(Caller::estate).collect(Collectors.toSet())));
    }
  }
}
