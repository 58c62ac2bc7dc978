package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.deadline.settings.CalendarDesk;
import cn.wuye.hotline.backend.deadline.store.CalendarEdition;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All working calendars, and who uses them. */
@Controller
class CalendarsController {
  static final String PATH = RulesController.PATH + "/calendars";
  private static final int SHOWN_ESTATES = 12;

  private final CalendarDesk desk;
  private final CalendarWords calendars;
  private final DeadlineWords words;
  private final Labels labels;

  CalendarsController(
      CalendarDesk desk, CalendarWords calendars, DeadlineWords words, Labels labels) {
    this.desk = desk;
    this.calendars = calendars;
    this.words = words;
    this.labels = labels;
  }

  /** A calendar in the list. */
  record Line(String id, String name, String week, String users, String written) {}

  @GetMapping(PATH)
  ModelAndView page(@AuthenticationPrincipal SignedInUser me) {
    Map<String, List<Estate>> users = desk.users(me.scope());
    List<CalendarEdition> all = desk.all(me.scope());
    return new ModelAndView("work-calendars")
        .addObject("lines", all.stream().map(each -> line(each, users)).toList())
        .addObject("company", me.administersAll())
        .addObject("withoutOwn", withoutOwn(users, all));
  }

  /** An estate's own calendar is made on its page, which is opened by its id. */
  @GetMapping(value = PATH, params = "estate")
  String own(@RequestParam String estate) {
    return "redirect:" + PATH + "/" + (estate.matches("[0-9]{1,18}") ? "estate-" + estate : "new");
  }

  private static List<Choice> withoutOwn(
      Map<String, List<Estate>> users, List<CalendarEdition> all) {
    Set<String> own = all.stream().map(CalendarEdition::id).collect(Collectors.toSet());
    List<Choice> estates = new ArrayList<>();
    users.values().stream()
        .flatMap(List::stream)
        .filter(estate -> !own.contains(CalendarDesk.own(estate.requireId())))
        .forEach(estate -> estates.add(new Choice(estate.requireId().toString(), estate.name())));
    return estates;
  }

  private Line line(CalendarEdition edition, Map<String, List<Estate>> users) {
    List<Estate> using = users.getOrDefault(edition.id(), List.of());
    String names =
        using.stream().limit(SHOWN_ESTATES).map(Estate::name).collect(Collectors.joining("、"));
    return new Line(
        edition.id(),
        words.name(edition),
        calendars.week(edition.content()),
        using.isEmpty()
            ? labels.text("calendars.unused")
            : labels.text(
                using.size() > SHOWN_ESTATES ? "calendars.users.more" : "calendars.users",
                names,
                String.valueOf(using.size())),
        labels.text(
            "rules.written",
            String.valueOf(edition.version()),
            words.written(edition.author(), edition.createdAt())));
  }
}
