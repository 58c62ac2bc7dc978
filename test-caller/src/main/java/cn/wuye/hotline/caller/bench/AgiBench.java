package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.instance.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The highest rate of calls through a dialog of three FastAGI steps, ours against other people's
 * servers and against the same steps in the dialplan alone, all with the same Asterisk.
 */
final class AgiBench implements Bench {
  /** Calls a second to warm up with; all hold it. */
  private static final int WARM = 180;

  private static final String US = "hotline";
  private static final String CEILING = "dialplan";
  private static final Map<String, String> PEERS =
      Map.of("ding-dong", "0.1.7", "panoramisk", "1.4", "pyst2", "0.5.1");
  private static final double OF_CEILING = 0.8;
  private static final double TIMES_PEER = 1.2;

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    PeerPrograms programs = new PeerPrograms();
    Map<String, List<String>> peers = new LinkedHashMap<>();
    peers.put("ding-dong", programs.node("ding-dong", version("ding-dong"), "agi-ding-dong.js"));
    peers.put(
        "panoramisk", programs.python("panoramisk", version("panoramisk"), "agi-panoramisk.py"));
    peers.put("pyst2", programs.python("pyst2", version("pyst2"), "agi-pyst2.py"));
    List<AgiContestant> contestants = new ArrayList<>();
    try (Instance instance = new Instance(clone, work)) {
      Progress.tell("starting an Asterisk of its own");
      instance.run("asterisk", "start");
      AgiContestant.Setting setting = setting(instance, quick ? 3 : 10);
      contestants.add(AgiContestant.dialplan(CEILING, setting));
      contestants.add(AgiContestant.server(US, Child.own("bench-server", "agi"), setting));
      for (Map.Entry<String, List<String>> peer : peers.entrySet()) {
        contestants.add(AgiContestant.server(peer.getKey(), peer.getValue(), setting));
      }
      Ladder ladder =
          new Ladder(quick ? 60 : 50, quick ? 1.7 : 1.4, 1500, quick ? 1 : 4, quick ? 2 : 3);
      ladder.warmUp(contestants.subList(1, contestants.size()), WARM, quick ? 4 : 3);
      Map<String, Integer> held = ladder.climb(contestants);
      return result(ladder, held, versions(instance));
    } finally {
      contestants.forEach(AgiContestant::close);
    }
  }

  private static AgiContestant.Setting setting(Instance instance, int seconds) throws IOException {
    Path steps = instance.home().resolve("agi-steps.log");
    BenchDialplan.add(instance, "extensions-bench-agi.conf", Map.of("LOG", steps.toString()));
    Files.writeString(
        instance.home().resolve("call.sip.xml"), BenchDialplan.fragment("call.sip.xml", Map.of()));
    return new AgiContestant.Setting(
        instance.home(),
        steps,
        5060 + 100 * instance.number(),
        new CpuClock(instance.home()),
        seconds);
  }

  private static String version(String peer) {
    return PEERS.getOrDefault(peer, "");
  }

  private static Map<String, String> versions(Instance instance) throws IOException {
    Map<String, String> versions = new LinkedHashMap<>(PEERS);
    versions.put(
        "asterisk",
        instance.run("asterisk", "cli", "core show version").lines().findFirst().orElse("?"));
    versions.put("node", Programs.firstLine("node", "--version"));
    versions.put("python", Programs.firstLine("python3", "--version"));
    versions.put("sipp", Programs.firstLine("sipp", "-v"));
    return versions;
  }

  static BenchResult result(
      Ladder ladder, Map<String, Integer> held, Map<String, String> versions) {
    int ours = held.getOrDefault(US, 0);
    int ceiling = held.getOrDefault(CEILING, 0);
    String best =
        PEERS.keySet().stream()
            .max((a, b) -> Integer.compare(held.getOrDefault(a, 0), held.getOrDefault(b, 0)))
            .orElse("");
    int peer = held.getOrDefault(best, 0);
    double cpu = ladder.median(US, ours, "serverCpuPerCall");
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("callsASecond", held);
    more.put("stepP99Ms", ladder.median(US, ours, "p99"));
    more.put(
        "callerCpuSecondsPerCall", BenchResult.fine(ladder.median(US, ours, "callerCpuPerCall")));
    more.put(
        "asteriskCpuSecondsPerCall",
        BenchResult.fine(ladder.median(US, ours, "asteriskCpuPerCall")));
    return new BenchResult(
        "agi",
        ours,
        "calls a second through three FastAGI steps, p99 < 100 ms a step",
        ">= 80 % of the same dialplan without AGI, >= 1.2 x the best peer",
        ours > 0 && ours >= OF_CEILING * ceiling && ours >= TIMES_PEER * peer,
        (double) ceiling,
        new BenchResult.Peer(best, peer, peer == 0 ? Double.NaN : ours / (double) peer),
        cpu,
        ladder.runs(),
        versions,
        more);
  }
}
