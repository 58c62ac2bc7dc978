package cn.wuye.hotline.backend.deadline.calendar;

/** A version of a calendar with its working days counted whole, which are made once. */
public final class CalendarInForce {
  private final CalendarVersion version;
  private final WorkingCalendar wholeDays;

  CalendarInForce(CalendarVersion version) {
    this.version = version;
    this.wholeDays = version.calendar().wholeDays();
  }

  public CalendarVersion version() {
    return version;
  }

  /** Working time. */
  public TimeLine frames() {
    return version.calendar();
  }

  /** Working days from midnight to midnight. */
  public TimeLine wholeDays() {
    return wholeDays;
  }
}
