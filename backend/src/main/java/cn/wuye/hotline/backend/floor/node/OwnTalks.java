package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.control.CallLegs;
import cn.wuye.hotline.router.live.Placeholder;
import java.util.Collection;
import java.util.function.Supplier;

/** With whom the agents of this node talk. */
final class OwnTalks {
  private final Supplier<Collection<LiveChannel>> channels;

  OwnTalks(Supplier<Collection<LiveChannel>> channels) {
    this.channels = channels;
  }

  /**
   * The caller's channel; empty when she talks with no caller.
   *
   * @param told what the queue knows of it; empty after a restart of the application, and where a
   *     phone was rung for one caller alone
   */
  String of(String device, String told) {
    String call =
        told.isEmpty()
            ? CallLegs.talk(channels.get(), device).map(LiveChannel::id).orElse("")
            : told;
    return Placeholder.caller(call).or(() -> Placeholder.order(call)).orElse(call);
  }
}
