package cn.wuye.hotline.backend.console.queue;

import cn.wuye.hotline.backend.queue.Hands;
import cn.wuye.hotline.backend.queue.QueueManner;
import cn.wuye.hotline.backend.queue.edit.EditedQueue;
import cn.wuye.hotline.backend.queue.edit.HoursText;
import cn.wuye.hotline.router.queue.OpeningHours;
import cn.wuye.hotline.router.queue.OpeningHours.Span;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueLimits;
import cn.wuye.hotline.router.queue.Skill;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A queue as it is typed.
 *
 * @param skills as {@link Skill} writes them, separated by spaces
 * @param hours of Monday to Sunday; all empty: always open
 * @param days dates that differ, one a line
 */
record QueueForm(
    @Nullable String version,
    @Nullable String code,
    @Nullable String title,
    @Nullable String skills,
    @Nullable List<String> estates,
    @Nullable String weight,
    @Nullable String ring,
    @Nullable String wrapUp,
    @Nullable String region,
    @Nullable String everybody,
    @Nullable String choice,
    @Nullable String longest,
    @Nullable String most,
    @Nullable String homeNode,
    @Nullable String phonesBack,
    @Nullable List<String> hours,
    @Nullable String days) {
  /** The page of a queue that is not there yet has this address. */
  private static final String NEW = "new";

  /** What is a number of seconds, or of people, by its field. */
  static final List<String> LIMITS =
      List.of("ring", "wrapUp", "region", "everybody", "choice", "longest", "most");

  static QueueForm of(EditedQueue edited) {
    QueueDefinition queue = edited.queue();
    QueueLimits limits = queue.limits();
    OpeningHours hours = edited.manner().hours();
    boolean always = hours.week().equals(OpeningHours.always().week());
    return new QueueForm(
        Long.toString(edited.version()),
        queue.code(),
        queue.title(),
        SkillWords.text(queue.skills()),
        queue.estates().stream().sorted().toList(),
        Integer.toString(queue.weight()),
        seconds(limits.ring()),
        seconds(limits.wrapUp()),
        seconds(limits.regionAfter()),
        seconds(limits.everybodyAfter()),
        seconds(limits.choiceEvery()),
        seconds(limits.longestWait()),
        Integer.toString(limits.mostWaiting()),
        edited.manner().homeNode(),
        edited.manner().phonesBack() ? "true" : "",
        Stream.of(DayOfWeek.values())
            .map(day -> always ? "" : HoursText.text(hours.week().getOrDefault(day, List.of())))
            .toList(),
        HoursText.lines(hours.days()));
  }

  static QueueForm empty() {
    QueueDefinition plain =
        new QueueDefinition("new", "", Set.of(), Set.of(), 0, QueueLimits.DEFAULT);
    return of(new EditedQueue(0, plain, QueueManner.PLAIN)).with("0", "");
  }

  /** The same for what is there now. */
  QueueForm newer(long now) {
    return with(Long.toString(now), said(code));
  }

  private QueueForm with(String otherVersion, String otherCode) {
    return new QueueForm(
        otherVersion,
        otherCode,
        title,
        skills,
        estates,
        weight,
        ring,
        wrapUp,
        region,
        everybody,
        choice,
        longest,
        most,
        homeNode,
        phonesBack,
        hours,
        days);
  }

  /** Whether an estate is ticked. */
  public boolean serves(String estate) {
    return Objects.requireNonNullElse(estates, List.<String>of()).contains(estate);
  }

  /** What was typed for one of {@link #LIMITS}. */
  public String limit(String field) {
    return said(
        switch (field) {
          case "ring" -> ring;
          case "wrapUp" -> wrapUp;
          case "region" -> region;
          case "everybody" -> everybody;
          case "choice" -> choice;
          case "longest" -> longest;
          default -> most;
        });
  }

  /** What was typed for a day; 0 is Monday. */
  public String hoursOf(int day) {
    List<String> typed = Objects.requireNonNullElse(hours, List.of());
    return typed.size() <= day ? "" : said(typed.get(day));
  }

  /** What was typed, as far as it makes a queue; else field to what is wrong with it. */
  Read read(String known) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String name = known.isEmpty() ? said(code) : known;
    if (!name.matches("[a-z0-9-]{1,30}")) {
      wrong.put("code", "code");
    } else if (known.isEmpty() && name.equals(NEW)) {
      wrong.put("code", "reserved");
    }
    Set<Skill> needed = skills(wrong);
    Duration shown = limit(wrong, "ring", ring, 5, 60);
    Duration after = limit(wrong, "wrapUp", wrapUp, 0, 600);
    Duration near = limit(wrong, "region", region, 1, 600);
    Duration far = limit(wrong, "everybody", everybody, 1, 600);
    Duration asked = limit(wrong, "choice", choice, 20, 600);
    Duration longestWait = limit(wrong, "longest", longest, 20, 7200);
    if (far.compareTo(near) < 0) {
      wrong.put("everybody", "order");
    }
    if (longestWait.compareTo(asked) < 0) {
      wrong.put("longest", "order");
    }
    int heavy = number(wrong, "weight", weight, 0, 100);
    int waiting = number(wrong, "most", most, 0, 1000);
    OpeningHours open = openingHours(wrong);
    if (!wrong.isEmpty()) {
      return new Read(Optional.empty(), wrong);
    }
    QueueDefinition queue =
        new QueueDefinition(
            name,
            said(title).replaceAll("\\s+", " "),
            needed,
            Set.copyOf(Objects.requireNonNullElse(estates, List.of())),
            heavy,
            new QueueLimits(shown, after, near, far, asked, longestWait, waiting));
    // What is done by hand is not in this form, and not written by it.
    QueueManner manner =
        new QueueManner(open, said(homeNode), Hands.NONE, said(phonesBack).equals("true"));
    return new Read(Optional.of(new EditedQueue(number(version), queue, manner)), Map.of());
  }

  /** What came of reading a form. */
  record Read(Optional<EditedQueue> queue, Map<String, String> wrong) {}

  private Set<Skill> skills(Map<String, String> wrong) {
    Optional<Set<Skill>> read = SkillWords.read(said(skills));
    if (read.isEmpty()) {
      wrong.put("skills", "skill");
    }
    return read.orElse(Set.of());
  }

  private OpeningHours openingHours(Map<String, String> wrong) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      Optional<List<Span>> spans = HoursText.spans(hoursOf(day.ordinal()));
      if (spans.isEmpty()) {
        wrong.put("hours", "hours");
      } else if (!spans.get().isEmpty()) {
        week.put(day, spans.get());
      }
    }
    Optional<Map<LocalDate, List<Span>>> special = HoursText.days(said(days));
    if (special.isEmpty()) {
      wrong.put("days", "days");
    }
    return new OpeningHours(
        week.isEmpty() ? OpeningHours.always().week() : week, special.orElse(Map.of()));
  }

  private static Duration limit(
      Map<String, String> wrong, String field, @Nullable String typed, int least, int most) {
    return Duration.ofSeconds(number(wrong, field, typed, least, most));
  }

  private static int number(
      Map<String, String> wrong, String field, @Nullable String typed, int least, int most) {
    String text = said(typed);
    int value = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    if (value < least || value > most) {
      wrong.put(field, "range");
      return least;
    }
    return value;
  }

  private static long number(@Nullable String typed) {
    String text = said(typed);
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  private static String said(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
