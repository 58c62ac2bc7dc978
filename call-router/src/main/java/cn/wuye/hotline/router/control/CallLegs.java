package cn.wuye.hotline.router.control;

import cn.wuye.hotline.router.channel.LiveChannel;
import java.util.Collection;
import java.util.Optional;

/** Finds the channels that belong to a call among all that there are. */
public final class CallLegs {
  private CallLegs() {}

  /**
   * The channel of a phone in a call.
   *
   * @param device {@code PJSIP/1001}
   * @param call the id of the caller's channel
   */
  public static Optional<LiveChannel> of(
      Collection<LiveChannel> channels, String device, String call) {
    String linked = linkedId(channels, call);
    return channels.stream()
        .filter(channel -> channel.name().startsWith(device + "-"))
        .filter(channel -> channel.state() == LiveChannel.State.UP)
        .filter(channel -> !channel.id().startsWith(ListenMode.PREFIX))
        // Once its call has been moved about, Asterisk may have linked it anew.
        .max((a, b) -> Boolean.compare(a.linkedId().equals(linked), b.linkedId().equals(linked)));
  }

  /** The caller's own channel, while she is there. */
  public static Optional<LiveChannel> caller(Collection<LiveChannel> channels, String call) {
    return channels.stream().filter(channel -> channel.id().equals(call)).findFirst();
  }

  /** The channel by which a phone listens in, or is rung for that. */
  public static Optional<LiveChannel> listener(Collection<LiveChannel> channels, String device) {
    return channels.stream()
        .filter(channel -> channel.id().startsWith(ListenMode.PREFIX))
        .filter(channel -> channel.name().startsWith(device + "-"))
        .findFirst();
  }

  /**
   * The channel of the caller whom a phone talks with.
   *
   * @param device {@code PJSIP/1001}
   * @return empty when it talks with nobody, or has called somebody itself
   */
  public static Optional<LiveChannel> talk(Collection<LiveChannel> channels, String device) {
    return channels.stream()
        .filter(channel -> channel.name().startsWith(device + "-"))
        .filter(channel -> channel.state() == LiveChannel.State.UP)
        .filter(channel -> !channel.linkedId().equals(channel.id()))
        .flatMap(channel -> caller(channels, channel.linkedId()).stream())
        .filter(caller -> LiveChannel.phoneOf(caller.name()).isEmpty())
        .findFirst();
  }

  private static String linkedId(Collection<LiveChannel> channels, String call) {
    return caller(channels, call).map(LiveChannel::linkedId).orElse(call);
  }
}
