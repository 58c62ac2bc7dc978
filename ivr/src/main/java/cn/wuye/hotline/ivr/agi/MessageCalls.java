package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.port.SpokenMessage;
import cn.wuye.hotline.ivr.port.SpokenMessages;
import java.util.Optional;

/**
 * How messages are read to people who were phoned.
 *
 * @param messages what is to be read
 * @param reader reads it; returns when the call is over
 */
public record MessageCalls(SpokenMessages messages, Reader reader) {
  /** Nobody is phoned. */
  public static final MessageCalls NONE =
      new MessageCalls(id -> Optional.empty(), (conversation, message) -> {});

  /** Reads a message on an answered call. */
  @FunctionalInterface
  public interface Reader {
    void read(Conversation conversation, SpokenMessage message);
  }
}
