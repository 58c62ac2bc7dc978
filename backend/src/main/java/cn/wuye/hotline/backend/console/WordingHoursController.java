package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.wording.WordingDesk;
import cn.wuye.hotline.backend.wording.WordingDesk.Work;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.DialogSettings.Day;
import cn.wuye.hotline.ivr.wording.DialogSettings.Hours;
import cn.wuye.hotline.ivr.wording.PublicHolidays;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** When the service desk is there. */
@Controller
class WordingHoursController {
  private static final String PATH = WordingPages.PATH + "/hours";
  private static final String USUAL = "08:30-12:00, 14:00-18:00";
  private static final int EMPTY_ROWS = 3;

  private final WordingDesk desk;
  private final WordingPages pages;

  WordingHoursController(WordingDesk desk, WordingPages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView form() {
    return page(desk.work());
  }

  @PostMapping(PATH)
  ModelAndView save(
      @RequestParam long base,
      @RequestParam(defaultValue = "") String note,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    List<String> week = new ArrayList<>();
    for (int day = 1; day <= 7; day++) {
      week.add(Objects.requireNonNullElse(request.getParameter("week-" + day), "").strip());
    }
    boolean always = !"hours".equals(request.getParameter("mode"));
    boolean holidays = request.getParameter("holidays") != null;
    DialogSettings typed =
        pages.settings(base).withHours(new Hours(always, week, holidays, days(request)));
    return pages.after(desk.save(base, typed, note, me), "/hours", typed, this::page);
  }

  private static List<Day> days(HttpServletRequest request) {
    String[] froms = values(request, "day-from");
    String[] tos = values(request, "day-to");
    String[] names = values(request, "day-name");
    String[] frames = values(request, "day-frames");
    List<Day> days = new ArrayList<>();
    int rows = Math.min(Math.min(froms.length, tos.length), Math.min(names.length, frames.length));
    for (int i = 0; i < rows; i++) {
      if (!froms[i].isBlank()) {
        String to = tos[i].isBlank() ? froms[i] : tos[i];
        days.add(new Day(froms[i].strip(), to.strip(), names[i].strip(), frames[i].strip()));
      }
    }
    return days;
  }

  private static String[] values(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? new String[0] : values;
  }

  private ModelAndView page(Work work) {
    Hours hours = work.settings().hours();
    List<String> week = new ArrayList<>(hours.week());
    if (week.isEmpty()) {
      for (int day = 1; day <= 7; day++) {
        week.add(day <= 5 ? USUAL : "");
      }
    }
    List<Day> days = new ArrayList<>(hours.days());
    for (int i = 0; i < EMPTY_ROWS; i++) {
      days.add(new Day("", "", "", ""));
    }
    return pages
        .page("wording-hours", work, "hours")
        .addObject("hours", hours)
        .addObject("week", week)
        .addObject("days", days)
        .addObject("publicDays", PublicHolidays.shipped().spans());
  }
}
