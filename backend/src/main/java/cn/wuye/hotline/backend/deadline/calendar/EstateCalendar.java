package cn.wuye.hotline.backend.deadline.calendar;

import cn.wuye.hotline.backend.estate.EstateId;
import java.time.Instant;

/**
 * Which calendar an estate has for what begins from a moment on; what began before keeps its own.
 *
 * @param calendar id of the calendar
 */
public record EstateCalendar(EstateId estate, Instant validFrom, String calendar) {}
