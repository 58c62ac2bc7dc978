package cn.wuye.hotline.backend.thirdparty;

import java.time.Duration;
import java.util.Map;

/**
 * What a third party has agreed to.
 *
 * @param version 0 while nobody has written one
 * @param within for each target the time from the offer, in wall time
 * @param cents for each target what a miss costs, in hundredths of a yuan
 * @param webhookUrl where its system is told of jobs; empty string for none
 * @param webhookKey generation of the key that signs; from 1
 */
public record Contract(
    String party,
    long version,
    Map<Target, Duration> within,
    Map<Target, Long> cents,
    String webhookUrl,
    int webhookKey) {
  public Contract {
    within = Map.copyOf(within);
    cents = Map.copyOf(cents);
  }

  /**
   * What holds while nothing was agreed: half an hour, two hours on site, a day; free of charge.
   */
  static Contract usual(String party) {
    return new Contract(
        party,
        0,
        Map.of(
            Target.ACCEPT, Duration.ofMinutes(30),
            Target.ARRIVE, Duration.ofHours(2),
            Target.DONE, Duration.ofHours(24)),
        Map.of(Target.ACCEPT, 0L, Target.ARRIVE, 0L, Target.DONE, 0L),
        "",
        1);
  }

  /** Time for a target. */
  public Duration within(Target target) {
    return within.getOrDefault(target, Duration.ZERO);
  }

  /** What missing a target costs, in hundredths of a yuan. */
  public long cents(Target target) {
    return cents.getOrDefault(target, 0L);
  }
}
