package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.deadline.rule.RuleChoice.Considered;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All versions of all rules; which of them holds for a ticket that began at some moment. */
public final class Rulebook {
  private static final Comparator<DeadlineRule> STRONGEST_FIRST =
      Comparator.comparing((DeadlineRule rule) -> -rule.conditions().specificity())
          .thenComparing(DeadlineRule::order)
          .thenComparing(rule -> rule.ref().id());

  private final Map<RuleRef, DeadlineRule> versions = new HashMap<>();

  // The rules in force from a moment to the next, strongest first.
  private final TreeMap<Instant, List<DeadlineRule>> inForce = new TreeMap<>();

  /**
   * @throws IllegalArgumentException when a version comes twice or begins before an older one, or
   *     two rules give the same target id to different kinds of clocks
   */
  public Rulebook(List<DeadlineRule> versions) {
    Map<String, ClockKind> kinds = new HashMap<>();
    Map<String, DeadlineRule> newest = new HashMap<>();
    List<DeadlineRule> sorted = new ArrayList<>(versions);
    sorted.sort(Comparator.comparingInt(rule -> rule.ref().version()));
    for (DeadlineRule rule : sorted) {
      rule.targets().forEach(target -> sameKind(kinds, target));
      DeadlineRule before = newest.put(rule.ref().id(), rule);
      if (before != null
          && (before.ref().version() == rule.ref().version()
              || rule.validFrom().isBefore(before.validFrom()))) {
        throw new IllegalArgumentException(
            "rule " + rule.ref() + " must be a new version and not begin before " + before.ref());
      }
    }
    versions.forEach(rule -> this.versions.put(rule.ref(), rule));
    for (DeadlineRule begins : versions) {
      inForce.computeIfAbsent(begins.validFrom(), at -> at(sorted, at));
    }
  }

  /** The rule for a ticket that began at this moment; empty when none matches. */
  public Optional<DeadlineRule> find(TicketProfile ticket, Instant began) {
    for (DeadlineRule rule : inForceAt(began)) {
      if (rule.conditions().mismatch(ticket).isEmpty()) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** The same with the reasons. */
  public RuleChoice choose(TicketProfile ticket, Instant began) {
    DeadlineRule winner = null;
    List<Considered> considered = new ArrayList<>();
    for (DeadlineRule rule : inForceAt(began)) {
      Optional<Dimension> mismatch = rule.conditions().mismatch(ticket);
      if (mismatch.isPresent()) {
        considered.add(considered(rule, Verdict.DOES_NOT_MATCH, mismatch.get()));
      } else if (winner == null) {
        winner = rule;
        considered.add(considered(rule, Verdict.WON, null));
      } else {
        Dimension heavier = heavier(winner, rule);
        Verdict verdict = heavier == null ? Verdict.LATER_IN_ORDER : Verdict.LESS_SPECIFIC;
        considered.add(considered(rule, verdict, heavier));
      }
    }
    return new RuleChoice(Optional.ofNullable(winner), considered);
  }

  /** A version that some clock keeps. */
  public Optional<DeadlineRule> version(RuleRef ref) {
    return Optional.ofNullable(versions.get(ref));
  }

  /** The rules that hold for tickets that began at this moment, strongest first. */
  public List<DeadlineRule> inForceAt(Instant moment) {
    Map.Entry<Instant, List<DeadlineRule>> entry = inForce.floorEntry(moment);
    return entry == null ? List.of() : entry.getValue();
  }

  private static List<DeadlineRule> at(List<DeadlineRule> byVersion, Instant at) {
    Map<String, DeadlineRule> current = new TreeMap<>();
    for (DeadlineRule rule : byVersion) {
      if (!rule.validFrom().isAfter(at)) {
        current.put(rule.ref().id(), rule);
      }
    }
    return current.values().stream().filter(rule -> !rule.off()).sorted(STRONGEST_FIRST).toList();
  }

  private static void sameKind(Map<String, ClockKind> kinds, Target target) {
    ClockKind before = kinds.putIfAbsent(target.id(), target.kind());
    if (before != null && before != target.kind()) {
      throw new IllegalArgumentException(
          "target '"
              + target.id()
              + "' is of the kind "
              + before.code()
              + " in one rule and "
              + target.kind().code()
              + " in another; name them differently");
    }
  }

  /** What the winner names and the other does not, heaviest first. */
  private static @Nullable Dimension heavier(DeadlineRule winner, DeadlineRule other) {
    for (Dimension dimension : winner.conditions().named()) {
      if (!other.conditions().named().contains(dimension)) {
        return dimension;
      }
    }
    return null;
  }

  private static Considered considered(
      DeadlineRule rule, Verdict verdict, @Nullable Dimension decidedBy) {
    return new Considered(rule.ref(), rule.order(), rule.conditions().named(), verdict, decidedBy);
  }
}
