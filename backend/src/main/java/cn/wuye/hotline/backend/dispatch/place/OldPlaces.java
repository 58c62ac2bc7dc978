package cn.wuye.hotline.backend.dispatch.place;

import cn.wuye.hotline.backend.database.SharedJob;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes places whose shift is over for certain: where somebody was is nobody's business. */
@Component
class OldPlaces implements SharedJob {
  private static final Logger log = LoggerFactory.getLogger(OldPlaces.class);

  private final PlaceRows rows;
  private final Clock clock;

  OldPlaces(PlaceRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "crew-places-old";
  }

  @Override
  public Duration pause() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    int removed = rows.forgetBefore(clock.instant().minus(CrewMember.LONGEST_SHIFT));
    if (removed > 0) {
      log.info("{} places of crews are forgotten", removed);
    }
  }
}
