package cn.wuye.hotline.backend.deadline;

/**
 * Names a clock within its ticket.
 *
 * @param target id of the rule's target
 * @param occurrence 1 for the first; one more for each round or unanswered message
 */
public record ClockKey(String target, int occurrence) {
  @Override
  public String toString() {
    return target + "#" + occurrence;
  }
}
