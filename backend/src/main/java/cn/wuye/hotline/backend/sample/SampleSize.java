package cn.wuye.hotline.backend.sample;

import java.time.Duration;

/** How much is made up. */
enum SampleSize {
  /** To look at, within seconds: a year. */
  USUAL(2_000, 2_000, 365),
  /** To look at figures and to measure: 18 months with seasons, holidays and repeats. */
  LARGE(8_000, 20_000, 548);

  /** Nothing is open for longer; what stuck was found by then. */
  static final Duration STUCK_AT_MOST = Duration.ofDays(45);

  private final int residents;
  private final int tickets;
  private final int days;

  SampleSize(int residents, int tickets, int days) {
    this.residents = residents;
    this.tickets = tickets;
    this.days = days;
  }

  int residents() {
    return residents;
  }

  int tickets() {
    return tickets;
  }

  /** How far back the tickets go. */
  int days() {
    return days;
  }

  /** Whether tickets follow the seasons, come again, and get stuck only when they are young. */
  boolean lifelike() {
    return this == LARGE;
  }
}
