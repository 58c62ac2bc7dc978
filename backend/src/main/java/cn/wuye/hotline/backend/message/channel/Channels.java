package cn.wuye.hotline.backend.message.channel;

import cn.wuye.hotline.backend.message.template.Medium;
import java.util.List;
import java.util.Optional;

/** The channels that are configured, at most one of each medium. */
public record Channels(List<MessageChannel> all) {
  public Channels {
    all = List.copyOf(all);
  }

  public Optional<MessageChannel> of(Medium medium) {
    return all.stream().filter(channel -> channel.medium() == medium).findFirst();
  }

  /** Whether anybody can be told anything. */
  public boolean any() {
    return !all.isEmpty();
  }
}
