package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.deadline.calendar.CalendarInForce;
import cn.wuye.hotline.backend.deadline.calendar.TimeLine;
import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** In which time a clock runs. */
public enum Runs implements Coded {
  /** Inside the frames of the estate's calendar. */
  WORKING_TIME("working-time"),
  /** Round the clock on working days, not at all on others: 72 hours are three working days. */
  WORKING_DAYS("working-days"),
  /** Always. */
  WALL_TIME("wall-time");

  private final String code;

  Runs(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** This time in a calendar. */
  public TimeLine in(CalendarInForce calendar) {
    return switch (this) {
      case WORKING_TIME -> calendar.frames();
      case WORKING_DAYS -> calendar.wholeDays();
      case WALL_TIME -> TimeLine.WALL;
    };
  }
}
