package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.ivr.data.Sha256;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The database of an instance, past the application. */
final class BenchDatabase {
  private static final int PORT = 3307;

  private final String url;
  private final String password;

  BenchDatabase(Hotline hotline) {
    url =
        "jdbc:mysql://127.0.0.1:"
            + port(hotline)
            + "/hotline?connectionTimeZone=UTC&rewriteBatchedStatements=true";
    password = hotline.databasePassword();
  }

  static int port(Hotline hotline) {
    return PORT + 100 * hotline.instance();
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "hotline", password);
  }

  /** A number that a query gives. */
  long number(String sql) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  void run(String... sql) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      for (String each : sql) {
        statement.execute(each);
      }
    }
  }

  /** The secret of a new access token of the first user. */
  String token(List<String> scopes) throws SQLException {
    String secret = "hl_" + (UUID.randomUUID() + "-" + UUID.randomUUID()).substring(0, 43);
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO access_token (user_id, name, prefix, secret_hash, scopes, created_at,"
                    + " expires_at) SELECT MIN(id), 'bench', ?, ?, ?, UTC_TIMESTAMP(3),"
                    + " UTC_TIMESTAMP(3) + INTERVAL 1 DAY FROM app_user")) {
      insert.setString(1, secret.substring(0, 9));
      insert.setString(2, Sha256.of(secret));
      insert.setString(3, String.join(" ", scopes));
      insert.executeUpdate();
    }
    return secret;
  }
}
