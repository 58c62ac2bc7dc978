package cn.wuye.hotline.caller;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.caller.call.CalledPhone;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.script.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A resident who is drawn for a survey that belongs to no ticket, and is phoned because of it. */
final class PolledResident {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final E2e system;
  private final String number;
  private long poll;
  private long asked;

  PolledResident(E2e system, String number) {
    this.system = system;
    this.number = number;
  }

  /** The name of her first call. */
  String call() {
    return "poll-" + asked + "-1";
  }

  /** The poll begins, a script plays her, and it is waited until it is known how that ended. */
  void isPhoned(String name) throws Exception {
    Script script = system.script(name).withFrom(number);
    try (Switchboard board = system.switchboard(List.of(script));
        CalledPhone phone = CalledPhone.open(board, script)) {
      begin();
      phone.play(PATIENCE).problem().ifPresent(why -> fail(name + ": " + why));
    }
    await(name).atMost(PATIENCE).until(() -> ended() == 1);
  }

  /** She calls by another script. */
  void phonesBack(String name) throws Exception {
    Script script = system.script(name).withFrom(number);
    try (Switchboard board = system.switchboard(List.of(script))) {
      board.call(script).play().problem().ifPresent(why -> fail(name + ": " + why));
    }
  }

  /** What the poll's page shows once she is among those who have answered. */
  JsonNode answered() throws Exception {
    await("her answers")
        .atMost(PATIENCE)
        .until(() -> figures().path("progress").path("answered").asInt() == 1);
    return figures();
  }

  private JsonNode figures() throws Exception {
    return system.api("polls/" + poll);
  }

  private long ended() throws SQLException {
    try (Connection database = system.connect()) {
      return first(
          database,
          "SELECT COUNT(*) FROM poll_attempt WHERE outcome IS NOT NULL AND asked_id = " + asked);
    }
  }

  private void begin() throws SQLException {
    try (Connection database = system.connect()) {
      long estate = first(database, "SELECT MIN(id) FROM estate");
      long resident = add(database, "INSERT INTO resident (name) VALUES ('王女士')");
      add(
          database,
          "INSERT INTO resident_phone (resident_id, position, number) VALUES (?, 0, ?)",
          resident,
          number);
      add(
          database,
          "INSERT INTO resident_dwelling (resident_id, position, estate_id, building)"
              + " VALUES (?, 0, ?, '3号楼')",
          resident,
          estate);
      poll =
          add(
              database,
              "INSERT INTO poll (title, size, seed, from_day, to_day, state, author, created_at,"
                  + " started_at) VALUES ('冬季', 1, 1, UTC_DATE() - INTERVAL 1 DAY,"
                  + " UTC_DATE() + INTERVAL 7 DAY, 'running', 'user:admin', UTC_TIMESTAMP(3),"
                  + " UTC_TIMESTAMP(3))");
      add(database, "INSERT INTO poll_estate (poll_id, estate_id) VALUES (?, ?)", poll, estate);
      ask(database, 1, "degrees", "您对小区的卫生满意吗？");
      ask(database, 2, "yes-no", "您知道物业的服务电话吗？");
      ask(database, 3, "words", "您还有什么建议？");
      asked =
          add(
              database,
              "INSERT INTO poll_resident (poll_id, resident_id, estate_id, state, due_at)"
                  + " VALUES (?, ?, ?, 'planned', UTC_TIMESTAMP(3))",
              poll,
              resident,
              estate);
    }
  }

  private void ask(Connection database, int question, String kind, String text)
      throws SQLException {
    add(
        database,
        "INSERT INTO poll_question (poll_id, version, number, kind, zh) VALUES (?, 1, ?, ?, ?)",
        poll,
        question,
        kind,
        text);
  }

  private static long first(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The key of the row; 0 where it has none of its own. */
  private static long add(Connection database, String sql, Object... values) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
      try (ResultSet key = insert.getGeneratedKeys()) {
        return key.next() ? key.getLong(1) : 0;
      }
    }
  }
}
