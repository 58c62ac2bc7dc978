package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.router.queue.OpeningHours;
import cn.wuye.hotline.router.queue.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how queues are run: hours, and what is done by hand. */
final class MannerReader {
  private static final Logger LOG = LoggerFactory.getLogger(MannerReader.class);
  private static final int DAY = 1440;

  private final JdbcClient jdbc;

  MannerReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By the queue's code. */
  Map<String, QueueManner> read() {
    Map<String, Map<DayOfWeek, List<Span>>> weeks = weeks();
    Map<String, Map<LocalDate, List<Span>>> days = days();
    Map<String, QueueManner> manners = new HashMap<>();
    jdbc.sql(
            "SELECT code, home_node, shut, storm, announcement, "
                + StormAnnouncement.RECORDING
                + ", abandoned_back FROM call_queue")
        .query(
            row -> {
              String code = row.getString("code");
              manners.put(
                  code,
                  new QueueManner(
                      hours(weeks.get(code), days.get(code)),
                      row.getString("home_node"),
                      new Hands(
                          row.getBoolean("shut"),
                          Coded.find(StormMode.class, row.getString("storm"))
                              .orElse(StormMode.AUTO),
                          StormAnnouncement.of(row)),
                      row.getBoolean("abandoned_back")));
            });
    return manners;
  }

  private static OpeningHours hours(
      @Nullable Map<DayOfWeek, List<Span>> week, @Nullable Map<LocalDate, List<Span>> days) {
    return new OpeningHours(
        week == null ? OpeningHours.always().week() : week, days == null ? Map.of() : days);
  }

  private Map<String, Map<DayOfWeek, List<Span>>> weeks() {
    Map<String, Map<DayOfWeek, List<Span>>> weeks = new HashMap<>();
    jdbc.sql(
            "SELECT queue_code, weekday, from_minute, to_minute FROM call_queue_hours"
                + " ORDER BY queue_code, weekday, from_minute")
        .query(
            row -> {
              String code = row.getString("queue_code");
              List<Span> spans =
                  weeks
                      .computeIfAbsent(code, c -> new HashMap<>())
                      .computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), d -> new ArrayList<>());
              add(code, spans, row.getInt("from_minute"), row.getInt("to_minute"));
            });
    return weeks;
  }

  private Map<String, Map<LocalDate, List<Span>>> days() {
    Map<String, Map<LocalDate, List<Span>>> days = new HashMap<>();
    jdbc.sql(
            "SELECT queue_code, day, from_minute, to_minute FROM call_queue_day"
                + " ORDER BY queue_code, day, from_minute")
        .query(
            row -> {
              String code = row.getString("queue_code");
              List<Span> spans =
                  days.computeIfAbsent(code, c -> new HashMap<>())
                      .computeIfAbsent(
                          row.getObject("day", LocalDate.class), d -> new ArrayList<>());
              if (row.getInt("from_minute") < row.getInt("to_minute")) {
                add(code, spans, row.getInt("from_minute"), row.getInt("to_minute"));
              }
            });
    return days;
  }

  private static void add(String code, List<Span> spans, int from, int to) {
    try {
      spans.add(new Span(time(from), time(to % DAY)));
    } catch (RuntimeException e) {
      LOG.error("Hours {}-{} of the queue {} are left out: {}", from, to, code, e.getMessage());
    }
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(minute * 60L);
  }
}
