package cn.wuye.hotline.backend.message.voice;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.SpokenMessage.Ask;
import cn.wuye.hotline.ivr.port.SpokenMessage.Reply;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A call to be made.
 *
 * @param id of this attempt: letters, digits and '-'
 * @param words what is read, in Chinese
 * @param ask what the key that confirms means
 * @param ring how long it may ring
 * @param key the key was pressed: makes it durable, and tells what she is answered; never throws
 */
public record VoiceCall(
    String id, PhoneNumber number, String words, Ask ask, Duration ring, Supplier<Reply> key) {
  /** Without the number: this may reach a log. */
  @Override
  public String toString() {
    return "call " + id;
  }
}
