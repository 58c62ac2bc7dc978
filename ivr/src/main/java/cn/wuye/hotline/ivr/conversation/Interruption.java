package cn.wuye.hotline.ivr.conversation;

/**
 * Something the caller may do in every turn and that leaves the conversation's ordinary way. Like
 * {@link HangUp} it is control flow: without a stack trace, caught in one place.
 */
public abstract sealed class Interruption extends RuntimeException
    permits EmergencyHeard, PersonWanted, ProgressWanted, CallTooLong {
  Interruption(String what) {
    super(what, null, false, false);
  }
}
