package cn.wuye.hotline.backend.message.channel;

import cn.wuye.hotline.backend.message.template.Medium;

/** A way to people. */
public interface MessageChannel {
  Medium medium();

  /** Sends and waits for the provider's answer, for half a minute at most; never throws. */
  SendResult send(OutgoingText message);
}
