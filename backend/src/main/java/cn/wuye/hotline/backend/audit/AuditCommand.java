package cn.wuye.hotline.backend.audit;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** {@code ./hotline audit verify}: looks through the log without starting the application. */
public final class AuditCommand {
  private static final int BROKEN = 4;
  private static final int FAILED = 1;
  private static final int USAGE = 64;

  private AuditCommand() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.getenv(), System.out));
  }

  /**
   * @param environment {@code HOTLINE_DB_URL}, {@code HOTLINE_DB_USER}, {@code HOTLINE_DB_PASSWORD}
   * @return the process's exit code: 0 when the log is whole, 4 when it is broken, 1 when it could
   *     not be read, 64 when the command line is wrong
   */
  static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
    if (arguments.length != 1 || !arguments[0].equals("verify")) {
      out.println("usage: ./hotline audit verify");
      return USAGE;
    }
    String url = environment.getOrDefault("HOTLINE_DB_URL", "");
    try (Connection connection =
        DriverManager.getConnection(
            url
                + (url.contains("?") ? "&" : "?")
                + "connectionTimeZone=UTC&allowPublicKeyRetrieval=true",
            environment.getOrDefault("HOTLINE_DB_USER", "hotline"),
            environment.getOrDefault("HOTLINE_DB_PASSWORD", ""))) {
      return tell(new AuditVerification(connection).run(), out);
    } catch (SQLException e) {
      out.println("the audit log cannot be read: " + e.getMessage());
      return FAILED;
    }
  }

  private static int tell(AuditVerification.Result result, PrintStream out) {
    result
        .entries()
        .forEach((node, entries) -> out.println("audit: " + node + " has " + entries + " entries"));
    if (result.broken().isEmpty()) {
      out.println("audit: whole; every entry is as it was written");
      return 0;
    }
    AuditVerification.Broken broken = result.broken().get();
    out.println(
        "audit: BROKEN at entry "
            + broken.sequence()
            + " of "
            + broken.node()
            + ": "
            + broken.what());
    return BROKEN;
  }
}
