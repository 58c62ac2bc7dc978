package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.Call;

/**
 * How a caller's talk with the machine stands at a moment.
 *
 * @param dialect code of the one in which she is spoken with, where it is another than that in
 *     which the call began; else empty
 * @param emergency whether an emergency word was heard
 * @param prompt what the machine said last: the question that she is at; empty before the first
 * @param words what she has said so far, what is not yet decoded to its end included; of a long
 *     talk its end, at most {@value #WORDS} characters. As she said it: telephone numbers, too
 */
public record CallNow(Call call, String dialect, boolean emergency, String prompt, String words) {
  /** Most characters of what she said. */
  public static final int WORDS = 400;
}
