/** Working time: calendars with holidays and make-up working days, and reckoning in them. */
@NullMarked
package cn.wuye.hotline.backend.deadline.calendar;

import org.jspecify.annotations.NullMarked;
