package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Conversation;

/**
 * What is done with a call: the dialog. Runs on the call's own thread, as long as the call needs.
 *
 * <p>The telephone itself reports the beginning, every turn and the end of the call to its {@link
 * cn.wuye.hotline.ivr.port.CallLog}; the handler does not.
 */
@FunctionalInterface
public interface CallHandler {
  /**
   * Holds the conversation to its end. Returning normally, also after the caller hung up, means
   * that everything the caller said is safe. A runtime exception means that it is not: Asterisk
   * then goes on alone with the caller ({@code hotline-fallback}).
   */
  void handle(Conversation conversation);
}
