package cn.wuye.hotline.ivr.conversation;

/** The caller has been talking with the machine for longer than makes sense. */
public final class CallTooLong extends Interruption {
  public CallTooLong(String how) {
    super(how);
  }
}
