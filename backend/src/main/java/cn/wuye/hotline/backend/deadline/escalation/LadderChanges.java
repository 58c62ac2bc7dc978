package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.deadline.escalation.EscalationPlan.Rung;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is different between two versions of the ladder. */
public final class LadderChanges {
  private LadderChanges() {}

  /** A difference. */
  public sealed interface Change {
    /** {@code warnings, unsolved, emergency.headquarters}. */
    String name();

    /** What it was; null when it was not there. */
    @Nullable Object from();

    /** What it is; null when it is not there any more. */
    @Nullable Object to();

    /** Both sides, for the log. */
    default Map<String, String> codes() {
      return Map.of("from", Objects.toString(from(), ""), "to", Objects.toString(to(), ""));
    }
  }

  /** Other percentages at which owners are warned. */
  public record Warnings(List<Integer> from, List<Integer> to) implements Change {
    @Override
    public String name() {
      return "warnings";
    }
  }

  /** Another time after which an unsolved ticket goes up. */
  public record Unsolved(Duration from, Duration to) implements Change {
    @Override
    public String name() {
      return "unsolved";
    }
  }

  /** Another time after which a role is told of a missed deadline. */
  public record RungMoved(
      Urgency urgency, Role role, @Nullable Duration from, @Nullable Duration to)
      implements Change {
    @Override
    public String name() {
      return urgency.code() + "." + role.code();
    }
  }

  /** In the order in which people read a ladder. */
  public static List<Change> between(Ladder before, Ladder after) {
    List<Change> changes = new ArrayList<>();
    if (!before.warnings().equals(after.warnings())) {
      changes.add(new Warnings(before.warnings(), after.warnings()));
    }
    for (Urgency urgency : Urgency.values()) {
      for (Role role : Role.values()) {
        Duration from = after(before, urgency, role);
        Duration to = after(after, urgency, role);
        if (!Objects.equals(from, to)) {
          changes.add(new RungMoved(urgency, role, from, to));
        }
      }
    }
    if (!before.unsolvedAfter().equals(after.unsolvedAfter())) {
      changes.add(new Unsolved(before.unsolvedAfter(), after.unsolvedAfter()));
    }
    return changes;
  }

  private static @Nullable Duration after(Ladder ladder, Urgency urgency, Role role) {
    return ladder.of(urgency).stream()
        .filter(rung -> rung.role() == role)
        .map(Rung::after)
        .findFirst()
        .orElse(null);
  }
}
