package cn.wuye.hotline.backend.poll.page;

import cn.wuye.hotline.backend.message.ExpiredLinks;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes old links to polls. */
@Component
class OldPollLinks extends ExpiredLinks {
  private final PollLinks links;

  OldPollLinks(PollLinks links, Clock clock) {
    super("poll-links-old", clock);
    this.links = links;
  }

  @Override
  protected int remove(Instant before, int most) {
    return links.remove(before, most);
  }
}
