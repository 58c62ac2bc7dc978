package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.instance.AgentPhones;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Queues and agents of a bench, made past the application. */
final class QueueTables {
  /** A third party that answers, and one that is busy. */
  static final String ANSWERS = "13900000081";

  static final String BUSY = "13900000082";

  private final BenchDatabase database;

  QueueTables(BenchDatabase database) {
    this.database = database;
  }

  static String agent(String extension) {
    return "bench-" + extension;
  }

  /**
   * Everything goes faster than in life: rings 6 s, wrap-up 2 s, asked every 20 s, 60 s at most.
   * Two queues, one of them for an estate; six agents, each with her phone, who are in both.
   */
  void make() throws SQLException {
    database.run(
        "UPDATE call_queue SET ring_s = 6, wrap_up_s = 2, choice_every_s = 20, longest_wait_s = 60,"
            + " region_after_s = 1, all_after_s = 2",
        "INSERT INTO call_queue (code, title, ring_s, wrap_up_s, choice_every_s, longest_wait_s,"
            + " region_after_s, all_after_s) VALUES ('estate', '一号小区', 6, 2, 20, 60, 1, 2)",
        "INSERT INTO call_queue_estate (queue_code, estate_id) SELECT 'estate', MIN(id) FROM estate",
        "INSERT INTO third_party (code, name, phone) VALUES ('bench-1', '应答公司', '"
            + ANSWERS
            + "'), ('bench-2', '占线公司', '"
            + BUSY
            + "')",
        "INSERT INTO agent_phone (extension) VALUES ('" + AgentPhones.SIXTH + "')");
    for (String extension : AgentPhones.extensions()) {
      String user = "(SELECT id FROM app_user WHERE username = '" + agent(extension) + "')";
      database.run(
          "INSERT INTO app_user (username, display_name, password_hash, all_estates, created_at)"
              + " SELECT '"
              + agent(extension)
              + "', '坐席"
              + extension
              + "', password_hash, TRUE, UTC_TIMESTAMP(3) FROM app_user WHERE username = 'admin'",
          "INSERT INTO app_user_role (user_id, role) VALUES (" + user + ", 'agent')",
          "UPDATE agent_phone SET user_id = " + user + " WHERE extension = '" + extension + "'");
    }
  }

  /** Numbers of residents of the estate that has a queue of its own. */
  List<String> residents() throws SQLException {
    List<String> numbers = new ArrayList<>();
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT p.number FROM resident_phone p JOIN resident_dwelling d"
                    + " ON d.resident_id = p.resident_id AND d.position = 0"
                    + " WHERE d.estate_id = (SELECT MIN(id) FROM estate) ORDER BY p.number"
                    + " LIMIT 30")) {
      while (rows.next()) {
        numbers.add(rows.getString(1));
      }
    }
    return numbers;
  }

  /** How many call-backs somebody is at, or whose turn it is. */
  long callBacksUnderWay() throws SQLException {
    return database.number(
        "SELECT COUNT(*) FROM call_back WHERE state IN ('ringing-agent', 'ringing-caller')"
            + " OR (state = 'waiting' AND due_at <= UTC_TIMESTAMP(3))");
  }
}
