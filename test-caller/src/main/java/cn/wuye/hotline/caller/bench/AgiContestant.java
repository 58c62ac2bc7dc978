package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One server of FastAGI under calls of sipp, or the dialplan alone. */
final class AgiContestant implements Ladder.Contestant, AutoCloseable {
  private static final int GOAL_MILLIS = 100;

  /** Of the calls asked for, so many must have come to their end, and at that pace. */
  private static final double NEARLY_ALL = 0.995;

  private static final double NEARLY_THE_RATE = 0.95;

  /** Seconds a run may take beyond its calls: time-outs of SIP are 32 s. */
  private static final long PATIENCE = 45;

  private final String name;
  private final @Nullable Child server;
  private final String extension;
  private final Setting setting;

  /**
   * What all of them share.
   *
   * @param work a folder for logs
   * @param steps the file that Asterisk writes
   * @param sip Asterisk's port
   * @param asterisk its clock
   * @param seconds how long each run lasts
   */
  record Setting(Path work, Path steps, int sip, CpuClock asterisk, int seconds) {}

  private AgiContestant(String name, @Nullable Child server, String extension, Setting setting) {
    this.name = name;
    this.server = server;
    this.extension = extension;
    this.setting = setting;
  }

  /** The dialplan alone. */
  static AgiContestant dialplan(String name, Setting setting) {
    return new AgiContestant(name, null, "99", setting);
  }

  /**
   * A server that is started.
   *
   * @param command starts it, but for its last argument, the port
   */
  static AgiContestant server(String name, List<String> command, Setting setting)
      throws IOException {
    int port = Child.freePort();
    List<String> whole = new ArrayList<>(command);
    whole.add(String.valueOf(port));
    Child child = Child.serving(port, setting.work().resolve("agi-" + name + ".log"), whole);
    return new AgiContestant(name, child, "99" + port, setting);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Ladder.Attempt carry(int load) throws IOException {
    Files.deleteIfExists(setting.steps());
    int asked = load * setting.seconds();
    double server = cpu();
    double asterisk = setting.asterisk().seconds("asterisk");
    double caller = CpuClock.endedChildren();
    boolean ended = call(load, asked);
    AgiSteps steps = AgiSteps.read(setting.steps());
    int calls = Math.max(1, steps.calls());
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("asked", asked);
    measured.put("calls", steps.calls());
    measured.put("rate", BenchResult.round(steps.rate()));
    measured.put("p50", steps.calls() == 0 ? -1 : Percentiles.at(steps.stepMillis(), 0.5));
    measured.put("p99", steps.calls() == 0 ? -1 : steps.p99());
    measured.put("serverCpuPerCall", BenchResult.fine((cpu() - server) / calls));
    measured.put(
        "asteriskCpuPerCall",
        BenchResult.fine((setting.asterisk().seconds("asterisk") - asterisk) / calls));
    measured.put("callerCpuPerCall", BenchResult.fine((CpuClock.endedChildren() - caller) / calls));
    return new Ladder.Attempt(ended && held(steps, asked, load), measured);
  }

  static boolean held(AgiSteps steps, int asked, int load) {
    return steps.calls() >= asked * NEARLY_ALL
        && steps.rate() >= load * NEARLY_THE_RATE
        && steps.p99() < GOAL_MILLIS;
  }

  private double cpu() throws IOException {
    return server == null ? 0 : server.cpu();
  }

  /** False when the calls did not end in time. */
  private boolean call(int load, int calls) throws IOException {
    Path scenario = setting.work().resolve("call.sip.xml");
    try {
      Programs.run(
          setting.work().resolve("sipp.log"),
          setting.seconds() + PATIENCE,
          List.of(
              "sipp",
              "127.0.0.1:" + setting.sip(),
              "-sf",
              scenario.toString(),
              "-s",
              extension,
              "-i",
              "127.0.0.1",
              "-p",
              String.valueOf(Child.freePort()),
              "-m",
              String.valueOf(calls),
              "-r",
              String.valueOf(load),
              "-l",
              "2000",
              "-recv_timeout",
              "4000",
              "-timeout",
              (setting.seconds() + 8) + "s",
              "-nostdin"));
      return true;
    } catch (IOException e) {
      Progress.tell(String.valueOf(e.getMessage()));
      return false;
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
