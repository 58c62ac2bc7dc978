package cn.wuye.hotline.backend.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The members of staff in the database. */
@Repository
class Users {
  private static final String SELECT =
      "SELECT u.id, u.version, u.username, u.display_name, u.password_hash, u.enabled,"
          + " u.all_estates, r.role, e.estate_id FROM app_user u"
          + " LEFT JOIN app_user_role r ON r.user_id = u.id"
          + " LEFT JOIN app_user_estate e ON e.user_id = u.id ";

  private final JdbcClient jdbc;
  private final Clock clock;

  Users(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<StaffUser> byUsername(String username) {
    return read("WHERE u.username = ?", username).stream().findFirst();
  }

  Optional<StaffUser> byId(long id) {
    return read("WHERE u.id = ?", id).stream().findFirst();
  }

  /** All users by name; a company has some hundred. */
  List<StaffUser> all() {
    return read("ORDER BY u.username, u.id");
  }

  boolean none() {
    return jdbc.sql("SELECT COUNT(*) FROM app_user").query(Long.class).single() == 0;
  }

  /**
   * Adds a user; id and version are the database's.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the name is taken
   */
  @Transactional
  long add(StaffUser user) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO app_user (version, username, display_name, password_hash, enabled,"
                + " all_estates, created_at) VALUES (0, ?, ?, ?, ?, ?, ?)")
        .params(
            user.username(),
            user.displayName(),
            user.passwordHash(),
            user.enabled(),
            user.allEstates(),
            Timestamp.from(clock.instant()))
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey(), "generated id").longValue();
    rights(id, user);
    return id;
  }

  /** Changes a user; false when somebody else has changed it since that version. */
  @Transactional
  boolean change(StaffUser user) {
    int changed =
        jdbc.sql(
                "UPDATE app_user SET version = version + 1, display_name = ?, password_hash = ?,"
                    + " enabled = ?, all_estates = ? WHERE id = ? AND version = ?")
            .params(
                user.displayName(),
                user.passwordHash(),
                user.enabled(),
                user.allEstates(),
                user.id(),
                user.version())
            .update();
    if (changed == 0) {
      return false;
    }
    jdbc.sql("DELETE FROM app_user_role WHERE user_id = ?").param(user.id()).update();
    jdbc.sql("DELETE FROM app_user_estate WHERE user_id = ?").param(user.id()).update();
    rights(user.id(), user);
    return true;
  }

  private void rights(long id, StaffUser user) {
    for (Role role : user.roles()) {
      jdbc.sql("INSERT INTO app_user_role (user_id, role) VALUES (?, ?)")
          .params(id, role.code())
          .update();
    }
    for (long estate : user.estateIds()) {
      jdbc.sql("INSERT INTO app_user_estate (user_id, estate_id) VALUES (?, ?)")
          .params(id, estate)
          .update();
    }
  }

  /** Every request asks this, so it is one statement: a row for each role at each estate. */
  private List<StaffUser> read(String which, Object... parameters) {
    Map<Long, StaffUser> users = new LinkedHashMap<>();
    jdbc.sql(SELECT + which)
        .params(parameters)
        .query(
            row -> {
              users.merge(row.getLong("id"), user(row), Users::together);
            });
    return List.copyOf(users.values());
  }

  private static StaffUser user(ResultSet row) throws SQLException {
    String role = row.getString("role");
    long estate = row.getLong("estate_id");
    return new StaffUser(
        row.getLong("id"),
        row.getLong("version"),
        row.getString("username"),
        row.getString("display_name"),
        row.getString("password_hash"),
        row.getBoolean("enabled"),
        row.getBoolean("all_estates"),
        role == null ? Set.of() : Role.ofCode(role).map(Set::of).orElse(Set.of()),
        estate == 0 ? Set.of() : Set.of(estate));
  }

  private static StaffUser together(StaffUser one, StaffUser other) {
    Set<Role> roles = new HashSet<>(one.roles());
    roles.addAll(other.roles());
    Set<Long> estates = new HashSet<>(one.estateIds());
    estates.addAll(other.estateIds());
    return new StaffUser(
        one.id(),
        one.version(),
        one.username(),
        one.displayName(),
        one.passwordHash(),
        one.enabled(),
        one.allEstates(),
        roles,
        estates);
  }
}
