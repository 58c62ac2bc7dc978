package cn.wuye.hotline.backend.api;

import cn.wuye.hotline.backend.estate.EstateId;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Users of the API for tests. */
public final class TestUsers {
  private static final String PASSWORD = "secret-of-the-test";

  private TestUsers() {}

  /** The Authorization header of a new agent who sees everything. */
  public static HttpHeaders agent(JdbcClient jdbc, PasswordEncoder encoder) {
    return user(jdbc, encoder, "agent", true);
  }

  /** The Authorization header of a new administrator. */
  public static HttpHeaders admin(JdbcClient jdbc, PasswordEncoder encoder) {
    return user(jdbc, encoder, "admin", true);
  }

  /** The Authorization header of a new user of head office, who sees everything but phones. */
  public static HttpHeaders manager(JdbcClient jdbc, PasswordEncoder encoder) {
    return user(jdbc, encoder, "manager", true);
  }

  /** The Authorization header of a new agent of these estates. */
  public static HttpHeaders agentOf(JdbcClient jdbc, PasswordEncoder encoder, EstateId... estates) {
    return user(jdbc, encoder, "agent", false, estates);
  }

  /** The Authorization header of a new member of the crew of these estates. */
  public static HttpHeaders crewOf(JdbcClient jdbc, PasswordEncoder encoder, EstateId... estates) {
    return user(jdbc, encoder, "crew", false, estates);
  }

  private static HttpHeaders user(
      JdbcClient jdbc, PasswordEncoder encoder, String role, boolean all, EstateId... estates) {
    String name = role + "-" + UUID.randomUUID().toString().substring(0, 8);
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO app_user (username, display_name, password_hash, all_estates, created_at)"
                + " VALUES (:name, :name, :hash, :all, '2026-01-01')")
        .param("name", name)
        .param("hash", encoder.encode(PASSWORD))
        .param("all", all)
        .update(key);
    Number id = key.getKey();
    jdbc.sql("INSERT INTO app_user_role (user_id, role) VALUES (:id, :role)")
        .param("id", id)
        .param("role", role)
        .update();
    for (EstateId estate : estates) {
      jdbc.sql("INSERT INTO app_user_estate (user_id, estate_id) VALUES (:id, :estate)")
          .param("id", id)
          .param("estate", estate.value())
          .update();
    }
    HttpHeaders headers = new HttpHeaders();
    headers.setBasicAuth(name, PASSWORD);
    return headers;
  }
}
