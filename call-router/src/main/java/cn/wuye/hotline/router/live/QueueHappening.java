package cn.wuye.hotline.router.live;

import java.time.Duration;

/**
 * What Asterisk tells of queues, one thing at a time; {@code call} is the caller's channel, or for
 * whom another node has sent here her channel there.
 */
public sealed interface QueueHappening {
  String queue();

  /**
   * A caller joined.
   *
   * @param position where she stands; 1 is next
   */
  record Joined(String queue, String call, int position) implements QueueHappening {}

  /** A caller is no longer in the queue, for whatever reason: others say which. */
  record Left(String queue, String call) implements QueueHappening {}

  /** An agent's phone rings. */
  record Rung(String queue, String call, String device) implements QueueHappening {}

  /** It rang in vain. */
  record RungInVain(String queue, String call, String device) implements QueueHappening {}

  record Answered(String queue, String call, String device, Duration waited)
      implements QueueHappening {}

  /**
   * The talk is over.
   *
   * @param reason as Asterisk says: {@code caller}, {@code agent}, {@code transfer}; empty where it
   *     did not say that the talk is over, and it was seen by the channel or the phone
   */
  record Ended(String queue, String call, String device, Duration talked, String reason)
      implements QueueHappening {}

  /** A member is new, or something about her changed but her pause. */
  record MemberSeen(QueueMember member) implements QueueHappening {
    @Override
    public String queue() {
      return member.queue();
    }
  }

  /** A pause began, changed its reason, or ended. */
  record PauseChanged(QueueMember member) implements QueueHappening {
    @Override
    public String queue() {
      return member.queue();
    }
  }

  /**
   * A member is gone from a queue.
   *
   * @param last whether she is in none any more
   */
  record MemberGone(String queue, String device, boolean last) implements QueueHappening {}
}
