package cn.wuye.hotline.router.queue;

import java.time.Duration;

/** What happens next to a caller who waits. */
public sealed interface WaitStep {

  /** She is in the queue for at most so long; whole seconds, at least one. */
  record Stay(Duration longest) implements WaitStep {}

  /**
   * She is asked whether she goes on waiting or tells the machine.
   *
   * @param callBack whether being called back is offered, too
   * @param waiting whether going on to wait is offered: not where nobody would come
   */
  record Choice(boolean callBack, boolean waiting) implements WaitStep {}

  /** She has waited as long as anybody may: she is recorded, which makes a ticket. */
  record Recording() implements WaitStep {}
}
