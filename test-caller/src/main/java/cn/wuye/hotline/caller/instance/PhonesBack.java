package cn.wuye.hotline.caller.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An instance that phones residents back as soon as their tickets are solved, whatever the hour.
 */
public final class PhonesBack {
  private static final String ALWAYS = "[\"00:00-24:00\"]\n";

  private PhonesBack() {}

  /**
   * Makes it one; before its start.
   *
   * @param trunk the PJSIP endpoint whose lines are counted
   * @param lines how many calls it carries
   * @param keptFree how many of them are left to those who call in
   * @param perSecond how many surveys are begun in a second
   */
  public static Instance set(
      Instance instance, String trunk, int lines, int keptFree, int perSecond) throws IOException {
    Files.createDirectories(instance.home());
    Path hours = instance.home().resolve("calling.yml");
    Files.writeString(hours, atAnyHour());
    return instance
        .with("HOTLINE_SURVEYS", "true")
        .with("HOTLINE_SURVEYS_TRUNK", trunk)
        .with("HOTLINE_SURVEYS_LINES", String.valueOf(lines))
        .with("HOTLINE_SURVEYS_KEPT_FREE", String.valueOf(keptFree))
        .with("HOTLINE_SURVEYS_PER_SECOND", String.valueOf(perSecond))
        .with("HOTLINE_SURVEYS_WITHIN", "1s")
        .with("HOTLINE_SURVEYS_CALLING", hours.toString());
  }

  private static String atAnyHour() {
    String week =
        Stream.of(DayOfWeek.values())
            .map(day -> "  " + day.name().toLowerCase(Locale.ROOT) + ": " + ALWAYS)
            .collect(Collectors.joining());
    return String.join(
        "",
        List.of(
            "week:\n",
            week,
            "free-day: " + ALWAYS,
            "old: " + ALWAYS,
            "calls-a-day: 5\ncalls-in-five-minutes: 3\n"));
  }
}
