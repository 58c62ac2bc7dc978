package cn.wuye.hotline.ivr.intent;

import java.time.LocalTime;

/** A part of the day, as people name it instead of a time. */
enum DayPart {
  MORNING(LocalTime.of(10, 0), LocalTime.of(12, 0)),
  NOON(LocalTime.of(12, 0), LocalTime.of(14, 0)),
  AFTERNOON(LocalTime.of(15, 0), LocalTime.of(18, 0)),
  DUSK(LocalTime.of(18, 0), LocalTime.of(19, 30)),
  EVENING(LocalTime.of(19, 0), LocalTime.of(22, 0));

  private final LocalTime usual;
  private final LocalTime end;

  DayPart(LocalTime usual, LocalTime end) {
    this.usual = usual;
    this.end = end;
  }

  /** When to call who names no hour. */
  LocalTime usual() {
    return usual;
  }

  /** When it is over. */
  LocalTime end() {
    return end;
  }

  /**
   * The hour of the day that is meant: 下午三点 is 15, 中午一点 13, 晚上十二点 is the end of the day.
   *
   * @param hour as said, 0–24
   */
  int hour(int hour) {
    return switch (this) {
      case MORNING -> hour;
      case NOON -> hour <= 3 ? hour + 12 : hour;
      case AFTERNOON, DUSK -> hour < 12 ? hour + 12 : hour;
      case EVENING -> hour == 0 ? 24 : hour <= 12 ? hour + 12 : hour;
    };
  }
}
