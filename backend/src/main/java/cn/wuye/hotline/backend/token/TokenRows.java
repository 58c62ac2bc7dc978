package cn.wuye.hotline.backend.token;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens in the database. */
@Repository
class TokenRows {
  private static final String SELECT =
      "SELECT id, user_id, name, prefix, scopes, created_at, expires_at, last_used_at"
          + " FROM access_token WHERE revoked_at IS NULL AND ";

  private final JdbcClient jdbc;

  TokenRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AccessToken token, String hash) {
    jdbc.sql(
            "INSERT INTO access_token (user_id, name, prefix, secret_hash, scopes, created_at,"
                + " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(
            token.userId(),
            token.name(),
            token.prefix(),
            hash,
            token.scopes().stream().map(Scope::code).sorted().collect(Collectors.joining(" ")),
            Utc.column(token.createdAt()),
            Utc.column(token.expiresAt()))
        .update();
  }

  /** Those that are not revoked, the newest first. */
  List<AccessToken> of(long userId) {
    return jdbc.sql(SELECT + "user_id = ? ORDER BY created_at DESC, id DESC")
        .param(userId)
        .query(TokenRows::token)
        .list();
  }

  /** The one of this secret that is neither revoked nor expired. */
  Optional<AccessToken> valid(String hash, Instant now) {
    return jdbc.sql(SELECT + "secret_hash = ? AND expires_at > ?")
        .params(hash, Utc.column(now))
        .query(TokenRows::token)
        .optional();
  }

  /** Of several nodes that see it used in the same minute, the first writes it. */
  void used(long id, Instant now, Instant unlessAfter) {
    jdbc.sql(
            "UPDATE access_token SET last_used_at = ?"
                + " WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)")
        .params(Utc.column(now), id, Utc.column(unlessAfter))
        .update();
  }

  /** False when the user has no such token. */
  boolean revoke(long id, long userId, Instant now) {
    return jdbc.sql(
                "UPDATE access_token SET revoked_at = ?"
                    + " WHERE id = ? AND user_id = ? AND revoked_at IS NULL")
            .params(Utc.column(now), id, userId)
            .update()
        == 1;
  }

  private static AccessToken token(ResultSet row, int number) throws SQLException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    // A scope of a later release is one that this one cannot grant.
    Arrays.stream(row.getString("scopes").split(" ", -1))
        .forEach(code -> Coded.find(Scope.class, code).ifPresent(scopes::add));
    return new AccessToken(
        row.getLong("id"),
        row.getLong("user_id"),
        row.getString("name"),
        row.getString("prefix"),
        scopes,
        Utc.instant(row, "created_at"),
        Utc.instant(row, "expires_at"),
        Utc.instantOrNull(row, "last_used_at"));
  }
}
