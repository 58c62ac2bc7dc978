package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What keeps a rule from doing what it was written for. */
public final class RuleFaults {
  /** The steps of a ticket in their order; a clock starts at an earlier one than it waits for. */
  private static final List<StartsFrom> STEPS =
      List.of(StartsFrom.CREATED, StartsFrom.ACCEPTED, StartsFrom.DISPATCHED);

  private RuleFaults() {}

  /**
   * A fault.
   *
   * @param subject ids of the targets, or of the other rule, that it is about; may be empty
   */
  public record Fault(Code code, List<String> subject) {}

  /** What is wrong. */
  public enum Code implements Coded {
    /** It would let tickets without clocks beat other rules. */
    NO_TARGET("no-target"),
    DUPLICATE_TARGET("duplicate-target"),
    /** An emergency's clock that stands still outside office hours, or can be paused. */
    EMERGENCY_WAITS("emergency-waits"),
    /** Each waits for the other to be done: neither ever starts. */
    LOOP("loop"),
    /** It starts when what it waits for is done already. */
    STARTS_TOO_LATE("starts-too-late"),
    /** The id is that of another kind of clock in another rule. */
    OTHER_KIND("other-kind"),
    /** Another rule is for the very same tickets, with the same order number. */
    TIE("tie");

    private final String code;

    Code(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * @param id of the rule; empty for one that is not there yet
   * @param all every version of every rule
   */
  public static List<Fault> of(String id, RuleDraft draft, List<DeadlineRule> all) {
    List<Fault> faults = new ArrayList<>();
    if (draft.targets().isEmpty()) {
      faults.add(new Fault(Code.NO_TARGET, List.of()));
    }
    Map<String, ClockKind> kinds = new HashMap<>();
    all.forEach(rule -> rule.targets().forEach(t -> kinds.putIfAbsent(t.id(), t.kind())));
    Set<String> seen = new HashSet<>();
    List<String> loop = loop(draft.targets());
    if (!loop.isEmpty()) {
      faults.add(new Fault(Code.LOOP, loop));
    }
    for (Target target : draft.targets()) {
      List<String> subject = List.of(target.id());
      if (!seen.add(target.id())) {
        faults.add(new Fault(Code.DUPLICATE_TARGET, subject));
      }
      if (kinds.getOrDefault(target.id(), target.kind()) != target.kind()) {
        faults.add(new Fault(Code.OTHER_KIND, subject));
      }
      boolean stops = target.runs() != Runs.WALL_TIME || target.pausable();
      if (draft.conditions().urgency() == Urgency.EMERGENCY && stops) {
        faults.add(new Fault(Code.EMERGENCY_WAITS, subject));
      }
      if (startsTooLate(target) && !loop.contains(target.id())) {
        faults.add(new Fault(Code.STARTS_TOO_LATE, subject));
      }
    }
    if (!draft.off()) {
      twin(id, draft, all).forEach(other -> faults.add(new Fault(Code.TIE, List.of(other))));
    }
    return faults;
  }

  /** The targets that wait for each other, in the order in which they do; empty for none. */
  private static List<String> loop(List<Target> targets) {
    Map<StartsFrom, Target> ending = new HashMap<>();
    for (Target target : targets) {
      switch (target.kind()) {
        case ACCEPT -> ending.putIfAbsent(StartsFrom.ACCEPTED, target);
        case DISPATCH -> ending.putIfAbsent(StartsFrom.DISPATCHED, target);
        default -> {
          // Nothing starts when one of the others is done, or may not.
        }
      }
    }
    for (Target first : ending.values()) {
      List<String> way = new ArrayList<>();
      Target at = first;
      while (at != null && !way.contains(at.id())) {
        way.add(at.id());
        at = ending.get(at.from());
      }
      if (at != null) {
        return way.subList(way.indexOf(at.id()), way.size());
      }
    }
    return List.of();
  }

  private static boolean startsTooLate(Target target) {
    StartsFrom done =
        switch (target.kind()) {
          case ACCEPT -> StartsFrom.ACCEPTED;
          case DISPATCH -> StartsFrom.DISPATCHED;
          default -> null;
        };
    return done != null && STEPS.indexOf(target.from()) >= STEPS.indexOf(done);
  }

  private static List<String> twin(String id, RuleDraft draft, List<DeadlineRule> all) {
    Map<String, DeadlineRule> newest = new TreeMap<>();
    for (DeadlineRule rule : all) {
      newest.merge(rule.ref().id(), rule, (a, b) -> a.ref().version() > b.ref().version() ? a : b);
    }
    return newest.values().stream()
        .filter(rule -> !rule.off() && !rule.ref().id().equals(id))
        .filter(rule -> rule.conditions().equals(draft.conditions()))
        .filter(rule -> rule.order() == draft.order())
        .map(rule -> rule.ref().id())
        .toList();
  }
}
