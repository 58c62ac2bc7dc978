package cn.wuye.hotline.backend.deadline.calendar;

import cn.wuye.hotline.backend.persistence.Coded;
import java.time.LocalDate;

/**
 * A date on which the week does not apply.
 *
 * @param name of the holiday, or of the one it makes up for
 */
public record SpecialDay(LocalDate date, Kind kind, String name) {

  /** What is done on it. */
  public enum Kind implements Coded {
    /** 休: nobody works. */
    HOLIDAY("holiday"),
    /** 班: a Saturday or Sunday on which is worked (调休). */
    MAKE_UP("make-up");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
