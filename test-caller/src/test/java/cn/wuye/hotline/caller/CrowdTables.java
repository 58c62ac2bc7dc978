package cn.wuye.hotline.caller;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Queues, agents and residents of the crowd in the database. */
final class CrowdTables {
  private static final List<String> CANTONESE = List.of("1001", "1002");

  private final E2e system;
  private final List<String> agents;
  private final List<String> yue;
  private final List<String> older;

  /**
   * @param agents the extensions of their phones
   * @param yue the numbers of those who speak Cantonese
   * @param older the numbers of those older than 65
   */
  CrowdTables(E2e system, List<String> agents, List<String> yue, List<String> older) {
    this.system = system;
    this.agents = agents;
    this.yue = yue;
    this.older = older;
  }

  /** The login of the agent at a phone, who has the first administrator's password. */
  static String user(String extension) {
    return "crowd-" + extension;
  }

  /** Enters them. */
  void enter() throws SQLException {
    execute(made());
  }

  /** As it was before, but for residents, who have tickets. */
  void undo() throws SQLException {
    execute(undone());
  }

  private void execute(List<String> statements) throws SQLException {
    try (Connection connection = system.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> made() {
    List<String> sql = new ArrayList<>();
    sql.add("UPDATE call_queue SET wrap_up_s = 2, region_after_s = 1, all_after_s = 2");
    sql.add(
        "INSERT INTO call_queue (code, title, wrap_up_s, region_after_s, all_after_s)"
            + " VALUES ('crowd-yue', '粤语', 2, 1, 2)");
    sql.add("INSERT INTO call_queue_skill (queue_code, skill) VALUES ('crowd-yue', 'dialect:yue')");
    for (String extension : agents) {
      String user = "(SELECT id FROM app_user WHERE username = '" + user(extension) + "')";
      sql.add(
          "INSERT INTO app_user (username, display_name, password_hash, all_estates, created_at)"
              + " SELECT '"
              + user(extension)
              + "', '坐席"
              + extension
              + "', password_hash, TRUE, UTC_TIMESTAMP(3) FROM app_user WHERE username = 'admin'");
      sql.add("INSERT INTO app_user_role (user_id, role) VALUES (" + user + ", 'agent')");
      sql.add(
          "UPDATE agent_phone SET user_id = " + user + " WHERE extension = '" + extension + "'");
      if (CANTONESE.contains(extension)) {
        sql.add("INSERT INTO agent_skill (user_id, skill) VALUES (" + user + ", 'dialect:yue')");
      }
    }
    yue.forEach(number -> resident(sql, number, "yue", "NULL"));
    older.forEach(number -> resident(sql, number, "cmn", "1940"));
    return sql;
  }

  private static void resident(List<String> sql, String number, String dialect, String born) {
    sql.add(
        "INSERT INTO resident (name, dialect, birth_year) VALUES ('crowd-"
            + number
            + "', '"
            + dialect
            + "', "
            + born
            + ")");
    sql.add(
        "INSERT INTO resident_phone (resident_id, position, number) SELECT id, 0, '"
            + number
            + "' FROM resident WHERE name = 'crowd-"
            + number
            + "'");
    sql.add(
        "INSERT INTO resident_dwelling (resident_id, position, estate_id) SELECT id, 0,"
            + " (SELECT MIN(id) FROM estate) FROM resident WHERE name = 'crowd-"
            + number
            + "'");
  }

  private static List<String> undone() {
    return List.of(
        "UPDATE call_queue SET wrap_up_s = 45, region_after_s = 15, all_after_s = 30",
        "DELETE FROM call_queue WHERE code = 'crowd-yue'",
        "DELETE FROM desk_seat",
        "UPDATE agent_phone SET user_id = NULL");
  }
}
