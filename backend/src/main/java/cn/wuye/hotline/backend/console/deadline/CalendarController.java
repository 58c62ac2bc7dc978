package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;
import cn.wuye.hotline.backend.deadline.calendar.HolidayFeed;
import cn.wuye.hotline.backend.deadline.calendar.HolidayYear;
import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.deadline.settings.CalendarDesk;
import cn.wuye.hotline.backend.deadline.settings.CalendarDraft;
import cn.wuye.hotline.backend.deadline.settings.Wrong;
import cn.wuye.hotline.backend.deadline.store.CalendarEdition;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One working calendar: its newest version to change, holidays by year, its users and history. */
@Controller
class CalendarController {
  private static final String PATH = CalendarsController.PATH + "/{id:[a-z0-9-]{1,48}}";
  private static final String NEW = "new";
  private static final int PREVIEW_DAYS = 14;
  private static final int LARGEST_FILE = 256 * 1024;

  private final CalendarDesk desk;
  private final CalendarWords calendars;
  private final DeadlineWords words;
  private final Labels labels;
  private final Clock clock;

  CalendarController(
      CalendarDesk desk, CalendarWords calendars, DeadlineWords words, Labels labels, Clock clock) {
    this.desk = desk;
    this.calendars = calendars;
    this.words = words;
    this.labels = labels;
    this.clock = clock;
  }

  /**
   * The calendar that a page is about.
   *
   * @param id empty for a new one of the company
   * @param edition its newest version; empty for a new one
   * @param basis what a new one begins with
   */
  private record Subject(String id, Optional<CalendarEdition> edition, CalendarContent basis) {
    int version() {
      return edition.map(CalendarEdition::version).orElse(0);
    }
  }

  /** The special days of a year, and how they compare with what was announced. */
  record YearRow(int year, String field, String note, boolean shipped) {}

  @GetMapping(PATH)
  ModelAndView one(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    Subject subject = require(id, me);
    return page(id, subject, form(subject), Map.of(), List.of(), me, HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView save(
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "do", defaultValue = "save") String what,
      @RequestParam @Nullable MultipartFile file,
      @AuthenticationPrincipal SignedInUser me)
      throws IOException {
    Subject subject = require(id, me);
    if (!CalendarDesk.edits(me, subject.id())) {
      throw new AccessDeniedException("changes no calendars of the company");
    }
    CalendarForm form = new CalendarForm(typed);
    Map<String, Wrong> wrong = new LinkedHashMap<>();
    CalendarContent content = form.content(subject.basis().zone(), wrong);
    if (wrong.isEmpty() && what.startsWith("shipped-")) {
      CalendarForm shipped = form.withDays(shipped(content, what.substring(8)), labels.chinese());
      return page(id, subject, shipped, Map.of(), List.of(), me, HttpStatus.OK);
    }
    if (wrong.isEmpty() && what.equals("import")) {
      return imported(id, subject, form, content, file, me);
    }
    if (wrong.isEmpty() && what.equals("save")) {
      CalendarDraft draft = new CalendarDraft(form.value("name").strip(), content);
      wrong.putAll(desk.save(subject.id(), form.version(), draft, form.value("note"), me));
      if (wrong.isEmpty()) {
        return new ModelAndView("redirect:" + CalendarsController.PATH + "?saved");
      }
    }
    Subject now = require(id, me);
    boolean stale = wrong.containsKey("version") && form.version() != now.version();
    // Saved once more, it is meant for what is there now.
    return page(
        id,
        now,
        stale ? form.with("version", String.valueOf(now.version())) : form,
        words.sentences(wrong),
        stale ? meanwhile(subject.id(), form.version(), me) : List.of(),
        me,
        wrong.isEmpty()
            ? HttpStatus.OK
            : stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /**
   * Gives an estate this calendar.
   *
   * @param estate id and the calendar it was seen with, {@code 12@default}
   */
  @PostMapping(PATH + "/estates")
  ModelAndView assign(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String estate,
      @AuthenticationPrincipal SignedInUser me) {
    Subject subject = require(id, me);
    String[] parts = estate.split("@", 2);
    Optional<EstateId> chosen = EstateId.find(parts[0]);
    Map<String, Wrong> wrong =
        chosen.isEmpty() || parts.length < 2
            ? Map.of("estate", new Wrong("error.choose", List.of()))
            : desk.assign(chosen.get(), id, parts[1], me);
    return wrong.isEmpty()
        ? new ModelAndView("redirect:" + CalendarsController.PATH + "?saved")
        : page(
            id,
            subject,
            form(subject),
            words.sentences(wrong),
            List.of(),
            me,
            HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView imported(
      String id,
      Subject subject,
      CalendarForm form,
      CalendarContent content,
      @Nullable MultipartFile file,
      SignedInUser me)
      throws IOException {
    if (file == null || file.isEmpty() || file.getSize() > LARGEST_FILE) {
      String key = file == null || file.isEmpty() ? "calendars.ical.none" : "calendars.ical.large";
      Map<String, String> errors = Map.of("file", labels.text(key, LARGEST_FILE / 1024));
      return page(id, subject, form, errors, List.of(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    HolidayFeed feed = HolidayFeed.read(new String(file.getBytes(), StandardCharsets.UTF_8));
    if (!feed.faults().isEmpty() || feed.days().isEmpty()) {
      return page(
              id,
              subject,
              form,
              Map.of(
                  "file",
                  feed.faults().isEmpty()
                      ? labels.text("calendars.ical.empty")
                      : labels.text("calendars.ical.faults", feed.faults().size())),
              List.of(),
              me,
              HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("faults", feed.faults().stream().map(calendars::fault).toList());
    }
    CalendarForm merged = form.withDays(merge(content.days(), feed.days()), labels.chinese());
    return page(id, subject, merged, Map.of(), List.of(), me, HttpStatus.OK)
        .addObject("read", labels.text("calendars.ical.read", feed.days().size()))
        .addObject("ignored", feed.ignored());
  }

  /** A year of which the file has most is taken from it whole; single days are put in. */
  private static List<SpecialDay> merge(List<SpecialDay> before, List<SpecialDay> read) {
    Map<LocalDate, SpecialDay> days = new LinkedHashMap<>();
    for (SpecialDay day : before) {
      long same =
          read.stream().filter(each -> each.date().getYear() == day.date().getYear()).count();
      if (same < HolidayYear.FEWEST) {
        days.put(day.date(), day);
      }
    }
    read.forEach(day -> days.put(day.date(), day));
    return List.copyOf(days.values());
  }

  private static List<SpecialDay> shipped(CalendarContent content, String year) {
    List<SpecialDay> days =
        new ArrayList<>(
            content.days().stream()
                .filter(day -> !year.equals(String.valueOf(day.date().getYear())))
                .toList());
    shipped().stream()
        .filter(day -> year.equals(String.valueOf(day.date().getYear())))
        .forEach(days::add);
    return days;
  }

  private static List<SpecialDay> shipped() {
    return HolidayYear.shipped().stream().flatMap(year -> year.days().stream()).toList();
  }

  private CalendarForm form(Subject subject) {
    return CalendarForm.of(
        subject.version(),
        subject.edition().map(CalendarEdition::name).orElse(""),
        subject.basis(),
        labels.chinese(),
        today().getYear());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Labels.ZONE);
  }

  private ModelAndView page(
      String id,
      Subject subject,
      CalendarForm form,
      Map<String, String> errors,
      List<String> meanwhile,
      SignedInUser me,
      HttpStatus status) {
    boolean edits = CalendarDesk.edits(me, subject.id());
    if (subject.edition().isEmpty() && !edits) {
      throw new AccessDeniedException("makes no calendars");
    }
    Map<String, Wrong> unread = new LinkedHashMap<>();
    CalendarContent typed = form.content(subject.basis().zone(), unread);
    CalendarContent shown = usable(typed, unread) ? typed : subject.basis();
    String name =
        words.calendar(subject.id(), subject.edition().map(CalendarEdition::name).orElse(""));
    return new ModelAndView("work-calendar", status)
        .addObject("id", id)
        .addObject("title", id.equals(NEW) ? labels.text("calendars.new") : name)
        .addObject("named", CalendarDesk.owner(subject.id()).isEmpty())
        .addObject("form", form)
        .addObject("errors", errors)
        .addObject("meanwhile", meanwhile)
        .addObject("edits", edits)
        .addObject("years", years(form, typed))
        .addObject(
            "changes",
            subject.edition().isPresent() && unread.isEmpty()
                ? calendars.changes(subject.basis(), typed)
                : List.of())
        .addObject("preview", calendars.preview(shown, today(), PREVIEW_DAYS))
        .addObject("users", users(id, me))
        .addObject("others", others(id, me))
        .addObject("history", history(id, me));
  }

  private static boolean usable(CalendarContent content, Map<String, Wrong> unread) {
    try {
      content.calendar();
      return unread.isEmpty();
    } catch (IllegalArgumentException withoutTime) {
      return false;
    }
  }

  private List<YearRow> years(CalendarForm form, CalendarContent typed) {
    List<YearRow> rows = new ArrayList<>();
    for (int year : form.years()) {
      List<SpecialDay> announced = of(year, shipped());
      boolean known = !announced.isEmpty();
      boolean provisional =
          HolidayYear.shipped().stream().anyMatch(y -> y.year() == year && y.provisional());
      String note =
          !known
              ? "calendars.year.unknown"
              : !of(year, typed.days()).equals(announced)
                  ? "calendars.year.changed"
                  : provisional ? "calendars.year.provisional" : "calendars.year.same";
      rows.add(
          new YearRow(
              year,
              "days-" + year,
              labels.text(note),
              known && note.equals("calendars.year.changed")));
    }
    return rows;
  }

  private static List<SpecialDay> of(int year, List<SpecialDay> days) {
    return days.stream()
        .filter(day -> day.date().getYear() == year)
        .sorted((a, b) -> a.date().compareTo(b.date()))
        .toList();
  }

  private List<String> users(String id, SignedInUser me) {
    return desk.users(me.scope()).getOrDefault(id, List.of()).stream().map(Estate::name).toList();
  }

  /** The estates that could have this calendar, with the one they have. */
  private List<Choice> others(String id, SignedInUser me) {
    List<Choice> others = new ArrayList<>();
    Optional<EstateId> owner = CalendarDesk.owner(id);
    desk.users(me.scope())
        .forEach(
            (calendar, estates) -> {
              if (!calendar.equals(id)) {
                estates.stream()
                    .filter(estate -> owner.map(estate.requireId()::equals).orElse(true))
                    .forEach(
                        estate ->
                            others.add(
                                new Choice(estate.requireId() + "@" + calendar, estate.name())));
              }
            });
    return others;
  }

  private List<String> meanwhile(String id, int seen, SignedInUser me) {
    return Past.each(
            desk.history(id, me.scope()),
            (edition, before) ->
                before == null || edition.version() <= seen
                    ? Stream.<String>of()
                    : words.told(
                        edition.author(), edition.createdAt(), calendars.changes(edition, before)))
        .stream()
        .flatMap(changes -> changes)
        .toList();
  }

  private List<Past> history(String id, SignedInUser me) {
    return Past.each(
        desk.history(id, me.scope()),
        (edition, before) ->
            new Past(
                labels.text("templates.version", String.valueOf(edition.version())),
                words.written(edition.author(), edition.createdAt()),
                calendars.changes(edition, before),
                edition.note()));
  }

  private Subject require(String id, SignedInUser me) {
    if (id.equals(NEW)) {
      CalendarContent basis =
          desk.find(CalendarEdition.DEFAULT, me.scope())
              .map(CalendarEdition::content)
              .orElseThrow(() -> new NoSuchPage("calendar " + id));
      return new Subject("", Optional.empty(), basis);
    }
    Optional<CalendarEdition> found = desk.find(id, me.scope());
    if (found.isPresent()) {
      return new Subject(id, found, found.get().content());
    }
    return CalendarDesk.owner(id)
        .filter(estate -> desk.knows(estate, me.scope()))
        .map(estate -> new Subject(id, Optional.empty(), desk.of(estate).content()))
        .orElseThrow(() -> new NoSuchPage("calendar " + id));
  }
}
