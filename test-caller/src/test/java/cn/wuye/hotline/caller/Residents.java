package cn.wuye.hotline.caller;

import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.caller.call.CallRecord;
import cn.wuye.hotline.caller.call.CalledPhone;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.ticket.SolvedTickets;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Residents whose tickets are solved and who are phoned because of it, some at the same time. */
final class Residents {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More callers who listen than this have no time for all they hear, on two cores. */
  private static final int AT_ONCE = 6;

  private static final long FIRST_NUMBER = 13_920_000_000L;
  private static final String BECAME =
      "SELECT s.id, s.attempts, s.state, s.due_at, s.solved, s.satisfaction, s.dissatisfied,"
          + " a.outcome, a.ended_at, t.state AS ticket_state, COALESCE((SELECT MAX(k.kind) FROM"
          + " survey_task k WHERE k.survey_id = s.id AND k.state = 'open'), '') AS task"
          + " FROM ticket t JOIN survey s ON s.ticket = t.number"
          + " JOIN survey_attempt a ON a.survey_id = s.id AND a.number = s.attempts"
          + " WHERE t.reporter_phone = ? AND s.state <> 'calling' AND a.outcome IS NOT NULL";

  private final E2e system;
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();
  private final Map<String, String> numbers = new ConcurrentHashMap<>();

  Residents(E2e system) {
    this.system = system;
  }

  /** What became of the resident of a script that was played. */
  Asked asked(String script) {
    return Objects.requireNonNull(asked.get(script), script + " was not played");
  }

  /** Solves a ticket for each, and lets the scripts play those who are phoned. */
  void arePhoned(List<String> names) throws Exception {
    Map<String, Script> scripts = new LinkedHashMap<>();
    for (String name : names) {
      String number = "" + (FIRST_NUMBER + scripts.size());
      numbers.put(name, number);
      scripts.put(name, system.script(name).withFrom(number));
    }
    SolvedTickets tickets = new SolvedTickets(system.hotline().api(), admin());
    String estate = String.valueOf(number("SELECT MIN(id) FROM estate"));
    try (Switchboard board = system.switchboard(List.copyOf(scripts.values()))) {
      List<Map.Entry<String, Script>> all = List.copyOf(scripts.entrySet());
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        arePhoned(all.subList(from, Math.min(all.size(), from + AT_ONCE)), board, tickets, estate);
      }
    }
  }

  private void arePhoned(
      List<Map.Entry<String, Script>> scripts,
      Switchboard board,
      SolvedTickets tickets,
      String estate)
      throws Exception {
    List<Thread> playing = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Map.Entry<String, Script> each : scripts) {
      CalledPhone phone = CalledPhone.open(board, each.getValue());
      playing.add(new Thread(() -> play(each.getKey(), each.getValue(), phone), each.getKey()));
      open.add(tickets.open(estate, each.getValue().from().orElseThrow()));
    }
    playing.forEach(Thread::start);
    for (String ticket : open) {
      tickets.solve(ticket);
    }
    for (Thread each : playing) {
      each.join();
    }
  }

  private void play(String name, Script script, CalledPhone phone) {
    try (phone) {
      CallRecord call = phone.play(PATIENCE);
      String number = script.from().orElseThrow();
      await(name)
          .atMost(PATIENCE)
          .until(
              () -> {
                became(number, call).ifPresent(what -> asked.put(name, what));
                return asked.containsKey(name);
              });
    }
  }

  /** She who called is phoned back, and plays a script. */
  Asked isPhonedBack(E2e.Played reported, String name) throws Exception {
    String ticket = reported.ticket().orElseThrow().number();
    Script script = system.script(name).withFrom(reported.call().script().from().orElseThrow());
    try (Switchboard board = system.switchboard(List.of(script))) {
      CalledPhone phone = CalledPhone.open(board, script);
      Thread playing = new Thread(() -> play(name, script, phone), name);
      playing.start();
      new SolvedTickets(system.hotline().api(), admin()).solve(ticket);
      playing.join();
      return asked(name);
    }
  }

  /** The estate of a ticket lets its residents hear what they said. */
  void hearOwnWords(String ticket) throws SQLException {
    try (Connection connection = system.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO survey_voice (estate_id, plays) SELECT estate_id, TRUE FROM ticket"
                    + " WHERE number = ? ON DUPLICATE KEY UPDATE plays = TRUE")) {
      insert.setString(1, ticket);
      insert.executeUpdate();
    }
  }

  /** She who was phoned by one script calls by another, and may answer. */
  Asked phonesBack(String phoned, String name) throws Exception {
    String number = Objects.requireNonNull(numbers.get(phoned));
    Script script = system.script(name).withFrom(number);
    try (Switchboard board = system.switchboard(List.of(script))) {
      CallRecord call = board.call(script).play();
      await(name)
          .atMost(PATIENCE)
          .until(
              () -> became(number, call).filter(now -> !now.state().equals("planned")).isPresent());
      return became(number, call).orElseThrow();
    }
  }

  private Optional<Asked> became(String number, CallRecord call) throws SQLException {
    try (Connection connection = system.connect();
        PreparedStatement select = connection.prepareStatement(BECAME)) {
      select.setString(1, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(asked(row, call)) : Optional.empty();
      }
    }
  }

  private static Asked asked(ResultSet row, CallRecord call) throws SQLException {
    return new Asked(
        call,
        "survey-" + row.getLong("id") + "-" + row.getInt("attempts"),
        row.getString("state"),
        row.getString("ticket_state"),
        row.getString("outcome"),
        Objects.requireNonNull(instant(row, "ended_at")),
        Optional.ofNullable(instant(row, "due_at")),
        row.getString("solved"),
        row.getInt("satisfaction"),
        row.getBoolean("dissatisfied"),
        row.getString("task"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.toInstant(ZoneOffset.UTC);
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = system.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private String admin() {
    String user = "admin:" + system.hotline().adminPassword();
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }
}
