package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.ivr.audiosocket.CallThreads;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server of AudioSocket under a number of callers who hear a prompt and speak. */
final class AudioContestant implements Ladder.Contestant {
  private static final double MOST_LATE = 0.001;
  private static final double NEARLY_ALL = 0.97;
  private static final double FRAMES_A_SECOND = 50;
  private static final int CALLS_A_SECOND = 150;
  private static final long SETTLING = TimeUnit.MILLISECONDS.toNanos(1500);

  private final String name;
  private final Child server;
  private final Dialling dialling;
  private final ByteBuffer[] says;
  private final int seconds;

  /** Places one call, which begins a stream; on a thread of its own. */
  interface Dialling {
    void call(AudioLoad load, ByteBuffer[] says, String id) throws IOException;
  }

  /**
   * @param says what every caller says, in whole frames
   * @param seconds how long is measured
   */
  AudioContestant(String name, Child server, Dialling dialling, ByteBuffer[] says, int seconds) {
    this.name = name;
    this.server = server;
    this.dialling = dialling;
    this.says = says;
    this.seconds = seconds;
  }

  /** A server whose streams need no further ado. */
  static Dialling direct(InetSocketAddress audio) {
    return (load, says, id) ->
        load.add(new AudioCaller(AudioCaller.connect(audio, UUID.randomUUID()), says));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Ladder.Attempt carry(int streams) throws Exception {
    try (AudioLoad load = new AudioLoad()) {
      dial(load, streams);
      AudioLoad.Totals before = load.totals();
      double cpu = server.cpu();
      long start = System.nanoTime();
      rest(TimeUnit.SECONDS.toNanos(seconds));
      AudioLoad.Totals after = load.totals();
      double lasted = (System.nanoTime() - start) / 1e9;
      return judge(streams, lasted, before, after, server.cpu() - cpu);
    }
  }

  private void dial(AudioLoad load, int streams) throws Exception {
    var threads = CallThreads.named("bench-call-");
    long start = System.nanoTime();
    for (int i = 0; i < streams; i++) {
      String id = "bench-" + UUID.randomUUID();
      threads.newThread(() -> call(load, id)).start();
      // Uneven, so that the streams do not beat all at the same moment.
      rest(start + (i + 1) * 1_000_000_000L / CALLS_A_SECOND - System.nanoTime());
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (load.totals().open() < streams && System.nanoTime() < deadline) {
      rest(TimeUnit.MILLISECONDS.toNanos(50));
    }
    rest(SETTLING);
  }

  private void call(AudioLoad load, String id) {
    try {
      dialling.call(load, says, id);
    } catch (IOException e) {
      Progress.tell(name + ": a call failed: " + e.getMessage());
    }
  }

  static Ladder.Attempt judge(
      int streams, double lasted, AudioLoad.Totals before, AudioLoad.Totals after, double cpu) {
    long frames = after.frames() - before.frames();
    long late = after.late() - before.late();
    double share = frames == 0 ? 1 : late / (double) frames;
    double due = streams * lasted * FRAMES_A_SECOND;
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("open", after.open());
    measured.put("frames", frames);
    measured.put("late", late);
    measured.put("lateShare", BenchResult.fine(share));
    measured.put("cpuPerStreamSecond", BenchResult.fine(cpu / (streams * lasted)));
    measured.put(
        "callersCpuPerStreamSecond",
        BenchResult.fine((after.cpuSeconds() - before.cpuSeconds()) / (streams * lasted)));
    measured.put("callersOwnLate", after.lateBeats() - before.lateBeats());
    boolean held = after.open() == streams && frames >= due * NEARLY_ALL && share < MOST_LATE;
    return new Ladder.Attempt(held, measured);
  }

  private static void rest(long nanos) {
    long until = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
