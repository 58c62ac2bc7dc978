package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param steps one, or all that somebody missed during an outage
 */
public record Delivery(String addressee, List<Step> steps) {
  /** Without a run for so long there was an outage. */
  public static final Duration OUTAGE = Duration.ofMinutes(15);

  /** Whether it sums up what was missed. */
  public boolean digest() {
    return steps.size() > 1;
  }

  /**
   * How the steps are sent: each by itself. After an outage there is one digest for each addressee
   * instead, and only emergencies come singly, first.
   *
   * @param lastRun when the steps of all tickets were last looked for, on any node; null for never
   */
  public static List<Delivery> of(List<Step> steps, @Nullable Instant lastRun, Instant now) {
    boolean outage = outage(lastRun, now);
    List<Delivery> deliveries = new ArrayList<>();
    Map<String, List<Step>> digests = new LinkedHashMap<>();
    for (Step step : steps) {
      if (outage && canWait(step)) {
        digests.computeIfAbsent(step.addressee(), who -> new ArrayList<>()).add(step);
      } else {
        deliveries.add(new Delivery(step.addressee(), List.of(step)));
      }
    }
    digests.forEach((who, missed) -> deliveries.add(new Delivery(who, List.copyOf(missed))));
    return deliveries;
  }

  /** Whether nobody looked for so long that single messages would be a storm. */
  public static boolean outage(@Nullable Instant lastRun, Instant now) {
    return lastRun == null || Duration.between(lastRun, now).compareTo(OUTAGE) > 0;
  }

  /** Whether it may be summed up with others after an outage. */
  public static boolean canWait(Step step) {
    return step.urgency() != Urgency.EMERGENCY;
  }
}
