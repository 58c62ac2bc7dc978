package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.call.ImpatientCaller;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.caller.sound.Voice;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls that end anywhere, one after the other and beside each other: afterwards the application
 * and Asterisk must hold no more threads, files, memory and recognisers than before.
 */
final class SoakBench implements Bench {
  private static final double CALLS_PER_SECOND = 2;
  private static final int SETTLE_SECONDS = 40;

  private static final int MORE_THREADS = 4;
  private static final int MORE_DESCRIPTORS = 8;
  private static final int MORE_RESIDENT_MIB = 96;
  private static final long MORE_HEAP_BYTES = 6L << 20;

  /** What the instance held at one moment. */
  private record Snapshot(Resources application, Resources.Heap heap, Resources asterisk) {
    static Snapshot of(Path home) throws IOException {
      String application = pid(home, "application");
      Resources.Heap heap = Resources.Heap.of(application);
      return new Snapshot(Resources.of(application), heap, Resources.of(pid(home, "asterisk")));
    }

    private static String pid(Path home, String name) throws IOException {
      return Files.readString(home.resolve("run/" + name + ".pid")).strip();
    }

    Map<String, Object> asMap() {
      Map<String, Object> all = new LinkedHashMap<>();
      Map<String, Object> app = application.asMap();
      app.putAll(heap.asMap());
      all.put("application", app);
      all.put("asterisk", asterisk.asMap());
      return all;
    }

    /** What has grown beyond what pools and caches explain. */
    List<String> grownSince(Snapshot before) {
      List<String> grown = new ArrayList<>();
      grown.addAll(grown("application", application, before.application));
      grown.addAll(grown("asterisk", asterisk, before.asterisk));
      if (heap.bytes() > before.heap.bytes() + MORE_HEAP_BYTES) {
        grown.add("application heap");
      }
      if (heap.recognizers() > before.heap.recognizers()) {
        grown.add("recognisers");
      }
      if (heap.virtualThreads() > before.heap.virtualThreads() + MORE_THREADS) {
        grown.add("virtual threads");
      }
      return grown;
    }

    private static List<String> grown(String process, Resources now, Resources before) {
      List<String> grown = new ArrayList<>();
      if (now.threads() > before.threads() + MORE_THREADS) {
        grown.add(process + " threads");
      }
      if (now.descriptors() > before.descriptors() + MORE_DESCRIPTORS) {
        grown.add(process + " descriptors");
      }
      if (now.residentMiB() > before.residentMiB() + MORE_RESIDENT_MIB) {
        grown.add(process + " memory");
      }
      return grown;
    }
  }

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    int calls = quick ? 100 : 500;
    try (Instance instance = new Instance(clone, work)) {
      Progress.tell("starting an instance of its own");
      instance.run("up", "--sample", "--detach");
      Hotline hotline = instance.hotline();
      Progress.tell("as many calls beforehand, so that pools and caches have their size");
      call(hotline, calls, 0);
      rest();
      Snapshot before = Snapshot.of(instance.home());
      CpuClock cpu = new CpuClock(instance.home());
      double used = cpu.seconds("application", "asterisk");
      List<String> refused = call(hotline, calls, calls);
      used = cpu.seconds("application", "asterisk") - used;
      rest();
      Snapshot after = Snapshot.of(instance.home());
      return result(calls, refused, before, after, used);
    }
  }

  private static List<String> call(Hotline hotline, int calls, int seed) throws Exception {
    PromptBook prompts =
        PromptBook.load(hotline.prompts(), PromptCatalogue.shipped(hotline.company()));
    short[] words = new Voice(Script.DEFAULT_VOICE).speak("三号楼的电梯又坏了已经两天没有人来修了");
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<Optional<String>>> calling = new ArrayList<>();
    try (Switchboard board = Switchboard.open(hotline, prompts, List.of())) {
      for (int i = 0; i < calls; i++) {
        LockSupport.parkNanos((long) (TimeUnit.SECONDS.toNanos(1) / CALLS_PER_SECOND));
        String from = String.valueOf(13_720_000_000L + seed + i);
        calling.add(threads.submit(new ImpatientCaller(board, from, words, seed + i)::call));
        if (i % 50 == 49) {
          Progress.tell((i + 1) + " of " + calls + " calls begun");
        }
      }
      List<String> refused = new ArrayList<>();
      for (Future<Optional<String>> each : calling) {
        each.get().ifPresent(refused::add);
      }
      return refused;
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  /** Until the last calls have been taken in, and idle threads and connections have gone. */
  private static void rest() {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SETTLE_SECONDS));
  }

  private static BenchResult result(
      int calls, List<String> refused, Snapshot before, Snapshot after, double cpuSeconds) {
    List<String> grown = after.grownSince(before);
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("calls", calls);
    more.put("notAnswered", refused);
    more.put("grown", grown);
    more.put("before", before.asMap());
    more.put("after", after.asMap());
    return new BenchResult(
        "soak",
        grown.size(),
        "kinds of resource that grew",
        "0 after " + calls + " calls that end anywhere, and every call answered",
        grown.isEmpty() && refused.isEmpty(),
        null,
        cpuSeconds / calls,
        List.of(),
        more);
  }
}
