package cn.wuye.hotline.router.queue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The texts of the three files by which Asterisk knows queues and agents. Everything in them is
 * made of codes, numbers and extensions; words that people type are not written.
 */
public final class QueueFiles {
  /** Included by {@code queues.conf}. */
  public static final String QUEUES = "queues-live.conf";

  /** Included by {@code queuerules.conf}. */
  public static final String RULES = "queuerules-live.conf";

  /** Read by the dialplan. */
  public static final String DESK = "queue-desk.conf";

  private static final String HEAD = "; Written by the application from the database.\n";

  private QueueFiles() {}

  /** What each queue has of its own; the template {@code hotline} of queues.conf has the rest. */
  public static String queues(Collection<QueueDefinition> queues) {
    return HEAD + byCode(queues).stream().map(QueueFiles::section).collect(Collectors.joining());
  }

  private static String section(QueueDefinition queue) {
    QueueLimits limits = queue.limits();
    return """

        [%s](hotline)
        weight = %d
        timeout = %d
        wrapuptime = %d
        maxlen = %d
        defaultrule = %s
        """
        .formatted(
            queue.asteriskName(),
            queue.weight(),
            limits.ring().toSeconds(),
            limits.wrapUp().toSeconds(),
            limits.mostWaiting(),
            queue.ruleName());
  }

  /** When the ring of each queue widens: relative steps, so that who comes back keeps hers. */
  public static String rules(Collection<QueueDefinition> queues) {
    return HEAD + byCode(queues).stream().map(QueueFiles::rule).collect(Collectors.joining());
  }

  private static String rule(QueueDefinition queue) {
    return """

        [%s]
        penaltychange => %d,+%d
        penaltychange => %d,+%d
        """
        .formatted(
            queue.ruleName(),
            queue.limits().regionAfter().toSeconds(),
            Reach.STEP,
            queue.limits().everybodyAfter().toSeconds(),
            Reach.STEP);
  }

  /**
   * What Asterisk does alone: the queue of all callers, all queues (which who signs out leaves),
   * and in which queues each agent is.
   *
   * @param agents everybody who has a phone and may work, signed in or not
   * @param regions the region of each estate
   */
  public static String desk(
      Collection<QueueDefinition> queues,
      Collection<AgentProfile> agents,
      Map<String, String> regions) {
    StringBuilder text = new StringBuilder(HEAD).append("[alone]\n");
    alone(queues).ifPresent(queue -> line(text, "queue", queue.asteriskName()));
    text.append("\n[all]\n");
    line(text, "queues", names(queues));
    agents.stream()
        .sorted(Comparator.comparing(AgentProfile::extension))
        .forEach(
            agent -> {
              text.append("\n[agent-").append(agent.extension()).append("]\n");
              line(text, "queues", rows(Memberships.of(agent, queues, regions)));
            });
    return text.toString();
  }

  /** The queue without skills and for all estates that weighs most; else the first without. */
  private static Optional<QueueDefinition> alone(Collection<QueueDefinition> queues) {
    return queues.stream()
        .filter(queue -> queue.skills().isEmpty())
        .min(
            Comparator.comparing((QueueDefinition queue) -> !queue.estates().isEmpty())
                .thenComparing(QueueDefinition::weight, Comparator.reverseOrder())
                .thenComparing(QueueDefinition::code));
  }

  /** {@code q-general&q-yue}. */
  private static String names(Collection<QueueDefinition> queues) {
    return byCode(queues).stream()
        .map(QueueDefinition::asteriskName)
        .collect(Collectors.joining("&"));
  }

  /** {@code q-general:0&q-yue:10}. */
  private static String rows(List<Membership> memberships) {
    return memberships.stream()
        .map(row -> row.queue().asteriskName() + ":" + row.reach().penalty())
        .collect(Collectors.joining("&"));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(" = ").append(value).append('\n');
  }

  private static List<QueueDefinition> byCode(Collection<QueueDefinition> queues) {
    return queues.stream().sorted(Comparator.comparing(QueueDefinition::code)).toList();
  }
}
