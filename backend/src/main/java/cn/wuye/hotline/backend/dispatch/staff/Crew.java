package cn.wuye.hotline.backend.dispatch.staff;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which department, can do what, and works when. */
@Component
public class Crew {
  private static final String SELECT =
      "SELECT u.id, u.username, u.display_name, u.enabled, m.version, m.department, m.leads,"
          + " m.skills, m.on_duty_until FROM app_user u ";
  private static final String IN_DEPARTMENT = "JOIN crew_member m ON m.user_id = u.id ";
  private static final String SEES =
      "(u.all_estates OR EXISTS (SELECT 1 FROM app_user_estate e"
          + " WHERE e.user_id = u.id AND e.estate_id = :estate))";

  private final JdbcClient jdbc;

  Crew(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether there is anybody to give a job to. */
  public boolean staffed() {
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM crew_member m JOIN app_user u ON u.id = m.user_id"
                + " WHERE u.enabled)")
        .query(Boolean.class)
        .single();
  }

  /** Everybody who has an account, in a department or not, by login. */
  public List<CrewMember> everybody() {
    return read("LEFT JOIN crew_member m ON m.user_id = u.id", 0);
  }

  /**
   * Those in a department who may sign in and see an estate, by login.
   *
   * @param estate null while unknown: those who see every estate
   */
  public List<CrewMember> of(@Nullable EstateId estate) {
    return read(IN_DEPARTMENT + "WHERE u.enabled AND " + SEES, estate == null ? 0 : estate.value());
  }

  /** The one with this login who is in a department. */
  public Optional<CrewMember> find(String login) {
    return jdbc
        .sql(SELECT + IN_DEPARTMENT + "WHERE u.username = :login")
        .param("login", login)
        .query((row, n) -> member(row, shifts(row.getLong("id"))))
        .list()
        .stream()
        .findFirst();
  }

  /** Code of somebody's department; empty for one who is in none. */
  public Optional<String> departmentOf(String login) {
    return find(login).map(CrewMember::department);
  }

  /** The one with this account; in no department when he never was put into one. */
  public Optional<CrewMember> find(long userId) {
    return jdbc
        .sql(SELECT + "LEFT JOIN crew_member m ON m.user_id = u.id WHERE u.id = :id")
        .param("id", userId)
        .query((row, n) -> member(row, shifts(userId)))
        .list()
        .stream()
        .findFirst();
  }

  /**
   * Those whom a condition finds, by login, each with his shifts.
   *
   * @param which what follows {@code FROM app_user u}
   */
  private List<CrewMember> read(String which, long estate) {
    Map<Long, List<Shift>> shifts = new HashMap<>();
    jdbc.sql(
            "SELECT s.user_id, s.weekday, s.from_minute, s.to_minute FROM crew_shift s"
                + " WHERE s.user_id IN (SELECT u.id FROM app_user u "
                + which
                + ") ORDER BY s.user_id, s.position")
        .param("estate", estate)
        .query(
            row -> {
              shifts
                  .computeIfAbsent(row.getLong("user_id"), id -> new ArrayList<>())
                  .add(shift(row));
            });
    return jdbc.sql(SELECT + which + " ORDER BY u.username")
        .param("estate", estate)
        .query((row, n) -> member(row, shifts.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private List<Shift> shifts(long userId) {
    return jdbc.sql(
            "SELECT weekday, from_minute, to_minute FROM crew_shift WHERE user_id = :id"
                + " ORDER BY position")
        .param("id", userId)
        .query((row, n) -> shift(row))
        .list();
  }

  private static Shift shift(ResultSet row) throws SQLException {
    return new Shift(
        DayOfWeek.of(row.getInt("weekday")), row.getInt("from_minute"), row.getInt("to_minute"));
  }

  private static CrewMember member(ResultSet row, List<Shift> shifts) throws SQLException {
    String department = row.getString("department");
    String skills = row.getString("skills");
    return new CrewMember(
        row.getLong("id"),
        row.getLong("version"),
        row.getString("username"),
        row.getString("display_name"),
        row.getBoolean("enabled"),
        department == null ? "" : department,
        row.getBoolean("leads"),
        words(skills),
        shifts,
        Utc.instantOrNull(row, "on_duty_until"));
  }

  private static Set<String> words(@Nullable String text) {
    return text == null || text.isBlank() ? Set.of() : new TreeSet<>(List.of(text.split(" ")));
  }
}
