package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.call.LossCaller;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.caller.sound.Voice;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls while everything dies: the application is killed at random, the database is stopped for 30
 * s, Asterisk is restarted. Judged from the callers' own log: each has a number of her own, and
 * every complaint that was spoken or keyed to its end must exist exactly once afterwards.
 */
final class LossBench implements Bench {
  private static final long FIRST_NUMBER = 13_710_000_000L;
  private static final String COMPLAINT = "三号楼的电梯又坏了";

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    int calls = quick ? 30 : 200;
    double rate = quick ? 0.25 : 0.4;
    try (Instance instance = new Instance(clone, work)) {
      Progress.tell("starting an instance of its own");
      instance.run("up", "--sample", "--detach");
      Hotline hotline = instance.hotline();
      CpuClock cpu = new CpuClock(instance.home());
      Disaster disaster = new Disaster(instance, calls / rate);
      Thread chaos = new Thread(disaster, "disaster");
      chaos.start();
      List<LossCaller.Log> logs = call(hotline, calls, rate);
      disaster.stop();
      chaos.join();
      Progress.tell("all calls have ended; everything is started again");
      instance.run("up", "--detach");
      CallersLog.write(work.resolve("callers.jsonl"), logs);
      List<String> complained =
          logs.stream().filter(LossCaller.Log::complained).map(LossCaller.Log::from).toList();
      TicketCount count = new TicketCount(hotline);
      Map<String, Integer> tickets = count.settled(complained);
      boolean rang = new EmergencyAlone(instance, hotline).rings();
      instance.run("up", "--detach");
      return result(logs, complained, tickets, rang, disaster, cpu.seconds("asterisk") / calls);
    }
  }

  private static List<LossCaller.Log> call(Hotline hotline, int calls, double rate)
      throws Exception {
    PromptBook prompts =
        PromptBook.load(hotline.prompts(), PromptCatalogue.shipped(hotline.company()));
    short[] complaint = new Voice(Script.DEFAULT_VOICE).speak(COMPLAINT);
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<LossCaller.Log>> calling = new ArrayList<>();
    try (Switchboard board = Switchboard.open(hotline, prompts, List.of())) {
      long start = System.nanoTime();
      for (int i = 0; i < calls; i++) {
        long due = start + (long) (i * 1e9 / rate);
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        String from = String.valueOf(FIRST_NUMBER + i);
        LossCaller caller = new LossCaller(board, from, complaint, i % 2 == 1);
        calling.add(threads.submit(caller::call));
        if (i % 10 == 9) {
          Progress.tell((i + 1) + " of " + calls + " calls begun");
        }
      }
      List<LossCaller.Log> logs = new ArrayList<>();
      for (Future<LossCaller.Log> each : calling) {
        logs.add(each.get());
      }
      return logs;
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  private static BenchResult result(
      List<LossCaller.Log> logs,
      List<String> complained,
      Map<String, Integer> tickets,
      boolean rang,
      Disaster disaster,
      double cpu) {
    List<String> lost = complained.stream().filter(n -> !tickets.containsKey(n)).toList();
    List<String> doubled =
        tickets.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).toList();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("calls", logs.size());
    more.put("complained", complained.size());
    more.put("lost", lost.size());
    more.put("doubled", doubled.size());
    more.put("emergencyRangWithApplicationAndDatabaseDead", rang);
    more.put("disasters", disaster.done());
    more.put(
        "unlucky",
        logs.stream()
            .filter(log -> lost.contains(log.from()) || doubled.contains(log.from()))
            .map(log -> Map.of("heard", log.heard(), "end", log.end()))
            .toList());
    int wrong = lost.size() + doubled.size();
    return new BenchResult(
        "loss",
        wrong,
        "complaints lost or doubled",
        "0, and the emergency rings",
        wrong == 0 && rang && !complained.isEmpty(),
        null,
        cpu,
        List.of(),
        more);
  }
}
