package cn.wuye.hotline.backend.traffic.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * What our log and Asterisk's files say differently.
 *
 * @param call unique id of the channel
 * @param ours what our log says; empty when nothing
 * @param theirs what the file says; empty when nothing
 * @param why what explains it; null when nothing does: then one of the two is wrong
 */
public record Difference(
    String call, What what, String ours, String theirs, @Nullable Explanation why) {

  /** What differs. */
  public enum What {
    /** A stay in a queue stands in Asterisk's log only. */
    NOT_OURS,
    /** A stay in a queue stands in our log only. */
    NOT_THEIRS,
    QUEUE,
    OUTCOME,
    AGENT,
    /** Milliseconds of waiting, further apart than allowed. */
    WAIT,
    /** Milliseconds of talk and hold, further apart than allowed. */
    TALK,
    /** When an agent handed her on, by the CDR of the talk. */
    END_OF_TALK,
    /** Whether an agent handed her on. */
    TRANSFER,
    /** Whether who was called back talked with an agent. */
    CALL_BACK,
    /** Asterisk has no CDR of the call. */
    NO_CDR,
    /** No CDR says that the caller talked with this agent. */
    NO_CDR_OF_TALK
  }

  /** Why it is no mistake. */
  public enum Explanation {
    /** Nothing was seen of Asterisk at some time of the stay. */
    BLIND,
    /** She left while she was asked something, outside of Asterisk's queue. */
    LEFT_OUTSIDE,
    /** She was never in Asterisk's queue: nobody was signed in, or her last agent was rung. */
    NOT_QUEUED,
    /** She was handed on: Asterisk's queue counts her talk until she hangs up. */
    HANDED_ON,
    /** The call goes on: its CDR is written at its end. */
    GOES_ON
  }

  public boolean explained() {
    return why != null;
  }
}
