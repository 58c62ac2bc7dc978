package cn.wuye.hotline.backend.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;

/**
 * When made-up tickets are opened.
 *
 * @param now none is opened after it
 */
record SampleMoments(Instant now, SampleSize size) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A moment at which people complain about this. */
  Instant of(String subcategory, Random random) {
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    LocalDate day;
    do {
      day = today.minusDays(random.nextInt(size.days()));
    } while (size.lifelike()
        && random.nextDouble() * SampleSeasons.MOST > SampleSeasons.weight(subcategory, day));
    int hour = hour(size.lifelike() ? subcategory : "", random);
    Instant moment =
        day.atTime(hour, random.nextInt(60), random.nextInt(60)).atZone(ZONE).toInstant();
    return moment.isAfter(now) ? moment.minus(Duration.ofDays(1)) : moment;
  }

  /** A moment within a month after the first complaint; empty when that is still to come. */
  Optional<Instant> again(Instant first, Random random) {
    Instant moment = first.plus(Duration.ofMinutes(24 * 60 + random.nextInt(27 * 24 * 60)));
    return Optional.of(moment).filter(time -> !time.isAfter(now));
  }

  /** Whether a ticket of then may still be open by oversight. */
  boolean mayStick(Instant opened) {
    return !size.lifelike() || opened.isAfter(now.minus(SampleSize.STUCK_AT_MOST));
  }

  private static int hour(String subcategory, Random random) {
    int[] hours = SampleSeasons.hours(subcategory);
    int left = random.nextInt(100);
    int hour = 0;
    while (left >= hours[hour]) {
      left -= hours[hour++];
    }
    return hour;
  }
}
