package cn.wuye.hotline.backend.traffic.reconcile.command;

import cn.wuye.hotline.backend.traffic.Blind;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.reconcile.CdrLine;
import cn.wuye.hotline.backend.traffic.reconcile.Comparison;
import cn.wuye.hotline.backend.traffic.reconcile.Comparison.Given;
import cn.wuye.hotline.backend.traffic.reconcile.QueueLog;
import cn.wuye.hotline.backend.traffic.reconcile.QueueLogLine;
import cn.wuye.hotline.backend.traffic.reconcile.UnreadableLineException;
import cn.wuye.hotline.router.ami.BlindSpan;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * {@code ./hotline reconcile}: holds our log of a day against Asterisk's {@code queue_log} and CDRs
 * of this node, without the application, and prints one JSON object.
 */
public final class ReconcileCommand {
  private static final int UNEXPLAINED = 1;
  private static final int FAILED = 2;
  private static final int USAGE = 64;

  private ReconcileCommand() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.getenv(), Clock.system(ZoneOffset.UTC), System.out));
  }

  /**
   * @param environment {@code HOTLINE_DB_URL}, {@code HOTLINE_DB_USER}, {@code
   *     HOTLINE_DB_PASSWORD}, {@code HOTLINE_TIMEZONE}
   * @return the process's exit code: 0 when every difference is explained, 1 when one is not, 2
   *     when something could not be read, 64 when the command line is wrong
   */
  static int run(
      String[] arguments, Map<String, String> environment, Clock clock, PrintStream out) {
    try {
      ZoneId zone = ZoneId.of(environment.getOrDefault("HOTLINE_TIMEZONE", "Asia/Shanghai"));
      ReconcileOptions options = ReconcileOptions.of(arguments, zone, clock);
      if (!Files.exists(options.queueLog()) || !Files.exists(options.cdr())) {
        System.err.println(
            "Asterisk has written neither, or only one: "
                + options.queueLog()
                + ", "
                + options.cdr()
                + "; HOTLINE_QUEUE_LOG=yes switches both on");
        return FAILED;
      }
      Comparison comparison = compare(options, environment, clock.instant());
      out.println(ReconcileReport.json(options, comparison));
      return comparison.unexplained().isEmpty() ? 0 : UNEXPLAINED;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return USAGE;
    } catch (IOException | SQLException | UnreadableLineException e) {
      System.err.println("cannot be compared: " + e.getMessage());
      return FAILED;
    }
  }

  private static Comparison compare(
      ReconcileOptions options, Map<String, String> environment, Instant now)
      throws IOException, SQLException {
    Instant first = options.from().minus(Stay.LONGEST_CALL);
    Instant last = options.to().plus(Stay.LONGEST_CALL);
    List<QueueLogLine> lines;
    try (Reader file = Files.newBufferedReader(options.queueLog(), StandardCharsets.UTF_8)) {
      lines = QueueLogLine.read(file);
    }
    List<CdrLine> cdr;
    try (Reader file = Files.newBufferedReader(options.cdr(), StandardCharsets.UTF_8)) {
      cdr = CdrLine.read(file, ZoneOffset.UTC);
    }
    List<QueueEvent> theirs =
        QueueLog.events(options.node(), lines).stream()
            .filter(event -> !event.at().isBefore(first) && event.at().isBefore(last))
            .toList();
    String url = environment.getOrDefault("HOTLINE_DB_URL", "");
    try (Connection connection =
        DriverManager.getConnection(
            url
                + (url.contains("?") ? "&" : "?")
                + "connectionTimeZone=UTC&allowPublicKeyRetrieval=true&connectTimeout=10000",
            environment.getOrDefault("HOTLINE_DB_USER", "hotline"),
            environment.getOrDefault("HOTLINE_DB_PASSWORD", ""))) {
      OurSide ours = new OurSide(connection, options.node());
      List<QueueEvent> events = ours.events(first, last);
      List<BlindSpan> blind =
          events.stream()
              .filter(event -> event.kind() == EventKind.BLIND)
              .map(Blind::of)
              .map(span -> new BlindSpan(span.from(), span.to()))
              .toList();
      return Comparison.of(
          new Given(
              events.stream().filter(event -> !event.call().isEmpty()).toList(),
              theirs,
              cdr,
              ours.callBacks(options.from(), options.to()),
              blind),
          options.from(),
          options.to(),
          now);
    }
  }
}
