package cn.wuye.hotline.router.channel;

import java.util.Collection;

/**
 * A port: told about channels as they live, on the thread of the AMI events and in order; must
 * return quickly.
 */
public interface ChannelsListener {
  /** A channel is new or changed. */
  default void changed(LiveChannel channel) {}

  /**
   * A channel is gone.
   *
   * @param cause Q.850 cause; 0 when it ended unseen
   */
  default void gone(LiveChannel channel, int cause) {}

  /** The whole state was taken anew; what was known before is void. */
  default void replaced(Collection<LiveChannel> channels) {}
}
