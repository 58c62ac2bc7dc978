package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.CallId;

/**
 * Follows what callers are telling the machine. It is told on a thread of its own, four times a
 * second a call at most, and of what comes faster only the latest: no call waits for it, and none
 * ends because it fails. Words of a choice among phrases and of open questions alike; a call
 * without sound (plain AGI) tells prompts only.
 */
public interface CallsNow {
  /** Follows nothing. */
  CallsNow NONE =
      new CallsNow() {
        @Override
        public void told(CallNow now) {}

        @Override
        public void over(CallId call) {}
      };

  /** Something was said or is being said. */
  void told(CallNow now);

  /**
   * She talks with the machine no more: the call has ended, or she waits for a person or talks with
   * one. Should she come back, {@link #told} says so.
   */
  void over(CallId call);
}
