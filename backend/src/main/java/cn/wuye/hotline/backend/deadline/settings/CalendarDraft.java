package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;

/**
 * What somebody writes down of a calendar, before it is a version of it.
 *
 * @param name what people call it, may be empty
 */
public record CalendarDraft(String name, CalendarContent content) {}
