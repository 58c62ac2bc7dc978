package cn.wuye.hotline.router.queue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which queue a caller gets. */
public final class QueueChoice {
  private QueueChoice() {}

  /**
   * The queues that suit her, the best first: they serve her estate and have no skill that she does
   * not need, so that who speaks a dialect is kept for who needs it. The emergency counts most,
   * then the dialect, then the category, then how few estates it serves.
   */
  public static List<QueueDefinition> ranked(
      CallerNeeds caller, Collection<QueueDefinition> queues) {
    Set<Skill> needs = caller.skills();
    return queues.stream()
        .filter(queue -> queue.serves(caller.estateId()))
        .filter(queue -> needs.containsAll(queue.skills()))
        .sorted(
            Comparator.comparing(QueueChoice::met, Comparator.reverseOrder())
                .thenComparing(QueueChoice::breadth)
                .thenComparing(QueueDefinition::weight, Comparator.reverseOrder())
                .thenComparing(QueueDefinition::code))
        .toList();
  }

  /**
   * The best queue in which somebody is signed in; where that is none, the best.
   *
   * @return empty when none suits her
   */
  public static Optional<QueueDefinition> best(
      CallerNeeds caller, Collection<QueueDefinition> queues, Predicate<QueueDefinition> staffed) {
    List<QueueDefinition> ranked = ranked(caller, queues);
    return ranked.stream().filter(staffed).findFirst().or(() -> ranked.stream().findFirst());
  }

  /** Needs met, as bits in the order of their kinds: one that matters more outweighs the rest. */
  private static int met(QueueDefinition queue) {
    Set<Skill.Kind> kinds = queue.skills().stream().map(Skill::kind).collect(Collectors.toSet());
    int bits = 0;
    for (Skill.Kind kind : Skill.Kind.values()) {
      bits = bits * 2 + (kinds.contains(kind) ? 1 : 0);
    }
    return bits;
  }

  private static int breadth(QueueDefinition queue) {
    return queue.estates().isEmpty() ? Integer.MAX_VALUE : queue.estates().size();
  }
}
