package cn.wuye.hotline.backend.dispatch.place;

import cn.wuye.hotline.backend.dispatch.Whereabouts;
import cn.wuye.hotline.backend.dispatch.place.Known.Source;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What {@link Places} go by. */
@Component
class PlaceRows {
  private final JdbcClient jdbc;

  PlaceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A place that somebody said, or that one of his jobs tells. */
  record Told(long userId, Known known, Instant at) {}

  void keep(long userId, EstateId estate, String building, Instant now) {
    jdbc.sql(
            "INSERT INTO crew_place (user_id, estate_id, building, said_at)"
                + " VALUES (:user, :estate, :building, :now) ON DUPLICATE KEY UPDATE"
                + " estate_id = :estate, building = :building, said_at = :now")
        .param("user", userId)
        .param("estate", estate.value())
        .param("building", building)
        .param("now", Utc.column(now))
        .update();
  }

  void forget(long userId) {
    jdbc.sql("DELETE FROM crew_place WHERE user_id = ?").param(userId).update();
  }

  /** Removes what was said before a moment; gives how many. */
  int forgetBefore(Instant moment) {
    return jdbc.sql("DELETE FROM crew_place WHERE said_at < ?").param(Utc.column(moment)).update();
  }

  /** What they have said and what their jobs tell since a moment. */
  List<Told> told(List<CrewMember> members, Instant since) {
    return jdbc.sql(
            "SELECT p.user_id, p.said_at AS told_at, TRUE AS said, e.id, e.name, p.building"
                + " FROM crew_place p JOIN estate e ON e.id = p.estate_id"
                + " WHERE p.user_id IN (:users) AND p.said_at >= :since"
                + " UNION ALL"
                + " SELECT u.id, CASE WHEN a.arrived_at > a.since THEN a.arrived_at ELSE a.since END,"
                + " FALSE, e.id, e.name, t.building"
                + " FROM assignment a JOIN app_user u ON u.username = a.worker"
                + " JOIN ticket t ON t.number = a.ticket JOIN estate e ON e.id = t.estate_id"
                + " WHERE a.worker IN (:logins) AND a.state IN ('accepted', 'done')"
                + " AND (a.since >= :since OR a.arrived_at >= :since)")
        .param("users", members.stream().map(CrewMember::userId).toList())
        .param("logins", members.stream().map(CrewMember::login).toList())
        .param("since", Utc.column(since))
        .query(PlaceRows::told)
        .list();
  }

  private static Told told(ResultSet row, int n) throws SQLException {
    Instant at = Utc.instant(row, "told_at");
    Source source = row.getBoolean("said") ? Source.SAID : Source.JOB;
    return new Told(row.getLong("user_id"), new Known(place(row, "building"), source, at), at);
  }

  /** The only estate of those who work for one. */
  Map<Long, Known> posts(Collection<Long> users) {
    Map<Long, Known> posts = new HashMap<>();
    jdbc.sql(
            "SELECT one.user_id, e.id, e.name, '' AS building FROM"
                + " (SELECT x.user_id, MIN(x.estate_id) AS estate_id FROM app_user_estate x"
                + " JOIN app_user u ON u.id = x.user_id AND NOT u.all_estates"
                + " WHERE x.user_id IN (:users) GROUP BY x.user_id HAVING COUNT(*) = 1) one"
                + " JOIN estate e ON e.id = one.estate_id")
        .param("users", users)
        .query(
            row -> {
              posts.put(
                  row.getLong("user_id"), new Known(place(row, "building"), Source.POST, null));
            });
    return posts;
  }

  private static Whereabouts place(ResultSet row, String building) throws SQLException {
    return new Whereabouts(
        new EstateId(row.getLong("id")),
        Objects.requireNonNull(row.getString("name")),
        Objects.requireNonNull(row.getString(building)));
  }
}
