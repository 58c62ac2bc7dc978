package cn.wuye.hotline.backend.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The members of staff in the database. */
@Repository
class Users {
  private static final String SELECT =
      "SELECT id, version, username, display_name, password_hash, enabled, all_estates FROM app_user ";

  private final JdbcClient jdbc;
  private final Clock clock;

  Users(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  Optional<StaffUser> byUsername(String username) {
    return jdbc.sql(SELECT + "WHERE username = ?").param(username).query(this::user).optional();
  }

  @Transactional(readOnly = true)
  Optional<StaffUser> byId(long id) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(this::user).optional();
  }

  /** All users by name; a company has some hundred. */
  @Transactional(readOnly = true)
  List<StaffUser> all() {
    return jdbc.sql(SELECT + "ORDER BY username").query(this::user).list();
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

  private StaffUser user(ResultSet row, int number) throws SQLException {
    long id = row.getLong("id");
    Set<Role> roles =
        jdbc
            .sql("SELECT role FROM app_user_role WHERE user_id = ?")
            .param(id)
            .query(String.class)
            .list()
            .stream()
            .flatMap(code -> Role.ofCode(code).stream())
            .collect(Collectors.toSet());
    Set<Long> estates =
        new HashSet<>(
            jdbc.sql("SELECT estate_id FROM app_user_estate WHERE user_id = ?")
                .param(id)
                .query(Long.class)
                .list());
    return new StaffUser(
        id,
        row.getLong("version"),
        row.getString("username"),
        row.getString("display_name"),
        row.getString("password_hash"),
        row.getBoolean("enabled"),
        row.getBoolean("all_estates"),
        roles,
        estates);
  }
}
