package cn.wuye.hotline.backend.user;

import cn.wuye.hotline.backend.estate.EstateId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of the staff fills a role for an estate. */
@Component
public class StaffByRole {
  private final JdbcClient jdbc;

  StaffByRole(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The logins of those who have the role, may sign in and see the estate, by name.
   *
   * @param estate null for what belongs to none: only who sees everything
   */
  public List<String> logins(Role role, @Nullable EstateId estate) {
    return jdbc.sql(
            "SELECT u.username FROM app_user u JOIN app_user_role r ON r.user_id = u.id"
                + " WHERE r.role = :role AND u.enabled = TRUE AND (u.all_estates = TRUE OR EXISTS"
                + " (SELECT 1 FROM app_user_estate e"
                + " WHERE e.user_id = u.id AND e.estate_id = :estate)) ORDER BY u.username")
        .param("role", role.code())
        .param("estate", estate == null ? null : estate.value())
        .query(String.class)
        .list();
  }
}
