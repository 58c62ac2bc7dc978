package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.instance.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Debian's Request Tracker on the instance's own database server: tickets made by its own Perl
 * classes, without its web pages, by as many processes as the hotline has clients.
 */
final class RequestTracker {
  private static final String DATA = "/usr/share/request-tracker5/etc";
  private static final int PROCESSES = 4;
  private static final long PATIENCE_SECONDS = 600;
  private static final Pattern CREATED =
      Pattern.compile("created=(\\d+) seconds=([\\d.]+) p99=([\\d.]+)");

  private final Instance instance;
  private final Hotline hotline;
  private final Path folder;

  RequestTracker(Instance instance, Hotline hotline, Path work) {
    this.instance = instance;
    this.hotline = hotline;
    this.folder = work.resolve("rt");
  }

  record Figures(double perSecond, double p99Millis, String version) {}

  /** Empty, with the reason on standard error, when it is not installed. */
  Optional<Figures> measure(int ticketsEach) throws IOException, InterruptedException {
    if (!Files.exists(Path.of(DATA))) {
      Progress.tell("no peer: request-tracker5 is not installed");
      return Optional.empty();
    }
    Progress.tell("setting up request-tracker5 on the same server");
    prepare();
    List<Process> running = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      running.add(
          perl(i, folder.resolve("create.pl").toString(), "" + ticketsEach, "" + i * ticketsEach));
    }
    double perSecond = 0;
    double p99 = 0;
    for (int i = 0; i < PROCESSES; i++) {
      running.get(i).waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String output = Files.readString(log(i));
      Matcher told = CREATED.matcher(output);
      if (!told.find()) {
        throw new IOException("request-tracker5 made no tickets: " + output);
      }
      perSecond += Integer.parseInt(told.group(1)) / Double.parseDouble(told.group(2));
      p99 = Math.max(p99, Double.parseDouble(told.group(3)));
    }
    String version = Programs.firstLine("dpkg-query", "-W", "-f", "${Version}", "request-tracker5");
    return Optional.of(new Figures(BenchResult.round(perSecond), p99, version));
  }

  private void prepare() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("none"));
    Files.writeString(
        folder.resolve("RT_SiteConfig.pm"),
        String.join(
            "\n",
            "Set($rtname, 'bench'); Set($DatabaseType, 'mysql');",
            "Set($DatabaseHost, '127.0.0.1'); Set($DatabasePort, '"
                + BenchDatabase.port(hotline)
                + "');",
            "Set($DatabaseName, 'rt5'); Set($DatabaseUser, 'rt5'); Set($DatabasePassword, 'rt5');",
            "Set($LogToSyslog, undef); Set($LogToSTDERR, 'error'); Set($MailCommand, 'testfile');",
            "1;"));
    try (InputStream script = RequestTracker.class.getResourceAsStream("/bench/rt-create.pl")) {
      if (script == null) {
        throw new IOException("no resource /bench/rt-create.pl");
      }
      Files.copy(script, folder.resolve("create.pl"));
    }
    asRoot(
        "CREATE DATABASE rt5 CHARACTER SET utf8mb4; CREATE USER rt5@'127.0.0.1' IDENTIFIED BY 'rt5';"
            + " GRANT ALL ON rt5.* TO rt5@'127.0.0.1'");
    setup("schema", "--datadir", DATA);
    setup("coredata");
    setup("insert", "--datafile", DATA + "/initialdata");
  }

  private void asRoot(String sql) throws IOException {
    String pid = Files.readString(instance.home().resolve("run/database.pid")).strip();
    Path server = Files.readSymbolicLink(Path.of("/proc", pid, "exe"));
    Path socket = instance.home().resolve("run/database.sock");
    int code =
        Programs.run(
            folder.resolve("root.log"),
            60,
            List.of(
                server.resolveSibling("mariadb").toString(),
                "--socket=" + socket,
                "--user=root",
                "--execute=" + sql));
    if (code != 0) {
      throw new IOException(Files.readString(folder.resolve("root.log")));
    }
  }

  private void setup(String action, String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("/usr/sbin/rt-setup-database-5", "--dba", "rt5", "--dba-password", "rt5"));
    command.addAll(List.of("--skip-create", "--action", action));
    command.addAll(List.of(more));
    Process process = perl(PROCESSES, command.toArray(String[]::new));
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(
          "request-tracker5 could not be set up: " + Files.readString(log(PROCESSES)));
    }
  }

  private Process perl(int number, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("perl"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(number).toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "RT_SITE_CONFIG", folder.resolve("RT_SiteConfig.pm").toString(),
                "RT_SITE_CONFIG_DIR", folder.resolve("none").toString()));
    return builder.start();
  }

  private Path log(int number) {
    return folder.resolve("rt-" + number + ".log");
  }
}
