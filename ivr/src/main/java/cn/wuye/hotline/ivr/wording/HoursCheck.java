package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.wording.DialogSettings.Day;
import cn.wuye.hotline.ivr.wording.DialogSettings.Hours;
import cn.wuye.hotline.ivr.wording.Finding.Code;
import java.util.ArrayList;
import java.util.List;

/** Checks when the service desk is there. */
final class HoursCheck {
  private HoursCheck() {}

  static List<Finding> of(Hours hours) {
    List<Finding> findings = new ArrayList<>();
    boolean any = hours.always();
    for (int i = 0; i < hours.week().size(); i++) {
      String typed = hours.week().get(i);
      if (readable(typed)) {
        any |= !ServiceHours.frames(typed).isEmpty();
      } else {
        any = true;
        findings.add(Finding.of("hours.week." + (i + 1), Code.FRAMES_UNREADABLE, typed));
      }
    }
    if (!any) {
      findings.add(Finding.of("hours.week", Code.NEVER_OPEN));
    }
    for (int i = 0; i < hours.days().size(); i++) {
      day(findings, "hours.days." + (i + 1), hours.days().get(i));
    }
    return findings;
  }

  private static void day(List<Finding> findings, String field, Day day) {
    try {
      if (ServiceHours.date(day.to()).isBefore(ServiceHours.date(day.from()))) {
        findings.add(Finding.of(field, Code.DAYS_UNREADABLE, day.from(), day.to()));
      }
    } catch (IllegalArgumentException e) {
      findings.add(Finding.of(field, Code.DAYS_UNREADABLE, day.from(), day.to()));
    }
    if (day.name().length() > 30) {
      findings.add(Finding.of(field, Code.TEXT_TOO_LONG, 30, day.name().length()));
    }
    if (!readable(day.frames())) {
      findings.add(Finding.of(field, Code.FRAMES_UNREADABLE, day.frames()));
    }
  }

  private static boolean readable(String frames) {
    try {
      ServiceHours.frames(frames);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
