package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long 1,000,000 clocks of tickets take to be calculated: in a JVM of its own, from the
 * application's jar, on one thread.
 */
final class ClocksBench implements Bench {
  static final int MILLION = 1_000_000;
  private static final double GOAL_SECONDS = 10;
  private static final String MEASUREMENT =
      "cn.wuye.hotline.backend.deadline.bench.ClockMeasurement";
  private static final Pattern ROUND =
      Pattern.compile(
          "round seconds=([\\d.]+) cpu=([\\d.]+) clocks=(\\d+) tickets=(\\d+) ceiling=(\\d+)");

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    return result(measure(clone, work, quick ? 2 : 5));
  }

  /** From what the measurement prints. */
  static BenchResult result(List<String> printed) {
    List<Map<String, Object>> runs = new ArrayList<>();
    double slowest = 0;
    double dearest = 0;
    double alone = Double.MAX_VALUE;
    for (String line : printed) {
      Matcher round = ROUND.matcher(line);
      if (round.matches()) {
        double share = (double) MILLION / number(round.group(3));
        double clocks = Double.parseDouble(round.group(1)) * share;
        double used = Double.parseDouble(round.group(2)) * share;
        double calendar = (double) MILLION / number(round.group(5));
        slowest = Math.max(slowest, clocks);
        dearest = Math.max(dearest, used);
        alone = Math.min(alone, calendar);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("secondsForMillionClocks", BenchResult.round(clocks));
        run.put("cpuSecondsForMillionClocks", BenchResult.round(used));
        run.put("clocks", number(round.group(3)));
        run.put("tickets", number(round.group(4)));
        run.put("secondsForMillionDueTimesOfTheCalendarAlone", BenchResult.round(calendar));
        runs.add(run);
      }
    }
    if (runs.isEmpty()) {
      throw new IllegalStateException("the measurement printed no round: " + printed);
    }
    return new BenchResult(
        "clocks",
        BenchResult.round(slowest),
        "seconds for 1,000,000 clocks on one thread, slowest round (the first starts cold)",
        "< 10 s",
        slowest < GOAL_SECONDS,
        BenchResult.round(alone),
        dearest,
        runs,
        Map.of());
  }

  private static long number(String text) {
    return Long.parseLong(text);
  }

  private static List<String> measure(Path clone, Path work, int rounds) throws Exception {
    Path output = work.resolve("clocks.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                application(clone).toString(),
                "-Dloader.main=" + MEASUREMENT,
                "org.springframework.boot.loader.launch.PropertiesLauncher",
                String.valueOf(rounds),
                String.valueOf(MILLION))
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("the measurement did not come to its end: " + output);
      }
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(output);
  }

  private static Path application(Path clone) throws IOException {
    Path target = clone.resolve("backend/target");
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "backend-*-exec.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    }
    throw new IOException("the application is not built: " + target + " has no backend-*-exec.jar");
  }
}
