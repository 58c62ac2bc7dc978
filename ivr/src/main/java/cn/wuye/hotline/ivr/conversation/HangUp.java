package cn.wuye.hotline.ivr.conversation;

/**
 * The caller is gone. Thrown by every act of a {@link Conversation}, caught in one place; carries
 * no stack trace.
 */
public final class HangUp extends RuntimeException {
  public HangUp(String how) {
    super(how, null, false, false);
  }
}
