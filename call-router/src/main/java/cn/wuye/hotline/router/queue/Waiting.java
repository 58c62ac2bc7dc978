package cn.wuye.hotline.router.queue;

import java.time.Duration;

/**
 * A caller's waiting so far.
 *
 * @param waited since she began to wait
 * @param sinceChoice since she was last asked, or since she began
 * @param choices how often she was asked
 * @param staffed whether somebody is signed in who could answer her
 * @param storm whether so many call that a call-back is offered at once
 * @param callBackPossible whether her number is known and no call-back to it is waiting
 */
public record Waiting(
    Duration waited,
    Duration sinceChoice,
    int choices,
    boolean staffed,
    boolean storm,
    boolean callBackPossible) {

  /** What happens next. */
  public WaitStep next(QueueLimits limits) {
    Duration left = limits.longestWait().minus(waited);
    if (left.compareTo(Duration.ofSeconds(1)) < 0) {
      return new WaitStep.Recording();
    }
    boolean atOnce = !staffed || (storm && choices == 0);
    Duration untilChoice = limits.choiceEvery().minus(sinceChoice);
    if (atOnce || untilChoice.compareTo(Duration.ofSeconds(1)) < 0) {
      return new WaitStep.Choice(callBackPossible, staffed);
    }
    Duration stay = untilChoice.compareTo(left) < 0 ? untilChoice : left;
    return new WaitStep.Stay(Duration.ofSeconds(stay.toSeconds()));
  }
}
