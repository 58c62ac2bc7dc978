package cn.wuye.hotline.backend.survey.link;

import cn.wuye.hotline.backend.message.ExpiredLinks;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes old links to surveys. */
@Component
class OldLinks extends ExpiredLinks {
  private final SurveyLinks links;

  OldLinks(SurveyLinks links, Clock clock) {
    super("survey-links-old", clock);
    this.links = links;
  }

  @Override
  protected int remove(Instant before, int most) {
    return links.remove(before, most);
  }
}
