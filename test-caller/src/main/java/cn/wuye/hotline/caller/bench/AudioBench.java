package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.Voice;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audiosocket.Frame;
import cn.wuye.hotline.ivr.audiosocket.FrameCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Concurrent calls by AudioSocket that hear a prompt and speak, ours against another server's, both
 * measured by the same callers; the callers are a process of their own.
 */
final class AudioBench implements Bench {
  private static final String US = "hotline";
  private static final String PEER = "asterisk-audiosocket";
  private static final String PEER_VERSION = "0.1.0";
  private static final int GOAL_STREAMS = 300;
  private static final double GOAL_TIMES_PEER = 3;
  private static final int PROMPT_MILLIS = 3000;
  private static final int CYCLE_MILLIS = 6400;
  private static final int MOST = 3000;

  /** Streams at which both are compared by their CPU: half the goal, which neither may fail. */
  private static final int COMPARED = 150;

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    List<String> peerCommand =
        new ArrayList<>(new PeerPrograms().node(PEER, PEER_VERSION, "audio-peer.mjs"));
    Voice voice = new Voice(Script.DEFAULT_VOICE);
    Path prompt = Files.write(work.resolve("prompt.raw"), stretched(voice.speak("您好请讲有什么问题"), 0));
    ByteBuffer[] says = frames(stretched(voice.speak("三号楼的电梯又坏了"), PROMPT_MILLIS));
    int seconds = quick ? 5 : 20;
    int agi = Child.freePort();
    int audio = Child.freePort();
    int peerPort = Child.freePort();
    peerCommand.addAll(
        List.of(String.valueOf(peerPort), prompt.toString(), "" + (CYCLE_MILLIS - PROMPT_MILLIS)));
    List<String> ourCommand =
        Child.own(
            "bench-server",
            "audio",
            prompt.toString(),
            work.resolve("scratch").toString(),
            String.valueOf(audio),
            String.valueOf(agi));
    List<Double> bare = new ArrayList<>();
    bare.add(BareFrames.callsACore(2));
    try (Child ours = Child.serving(agi, work.resolve("hotline.log"), ourCommand);
        Child peer = Child.serving(peerPort, work.resolve("peer.log"), peerCommand)) {
      List<AudioContestant> contestants =
          List.of(
              new AudioContestant(US, ours, new AgiDialling(at(agi)), says, seconds),
              new AudioContestant(PEER, peer, AudioContestant.direct(at(peerPort)), says, seconds));
      Ladder ladder =
          new Ladder(quick ? 75 : 50, quick ? 2 : 1.5, MOST, quick ? 1 : 3, quick ? 2 : 3);
      ladder.warmUp(contestants, COMPARED, quick ? 3 : 2);
      Map<String, Integer> held = ladder.climb(contestants);
      ladder.alternate(contestants, COMPARED, quick ? 2 : 5);
      bare.add(BareFrames.callsACore(2));
      bare.add(BareFrames.callsACore(2));
      return result(ladder, held, Percentiles.median(bare));
    }
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** The sound behind some silence, as long as the prompt, or as a whole cycle of the caller. */
  private static byte[] stretched(short[] sound, int silenceMillis) {
    int length = (silenceMillis == 0 ? PROMPT_MILLIS : CYCLE_MILLIS) * Pcm.BYTES_PER_SECOND / 1000;
    byte[] pcm = new byte[length];
    int at = silenceMillis * Pcm.BYTES_PER_SECOND / 1000;
    for (int i = 0; i < sound.length && at + 1 < length; i++) {
      pcm[at++] = (byte) sound[i];
      pcm[at++] = (byte) (sound[i] >> 8);
    }
    return pcm;
  }

  private static ByteBuffer[] frames(byte[] pcm) {
    ByteBuffer[] frames = new ByteBuffer[pcm.length / Pcm.FRAME_BYTES];
    for (int i = 0; i < frames.length; i++) {
      int from = i * Pcm.FRAME_BYTES;
      byte[] encoded =
          FrameCodec.encode(
              new Frame(Frame.AUDIO, Arrays.copyOfRange(pcm, from, from + Pcm.FRAME_BYTES)));
      frames[i] = ByteBuffer.allocateDirect(encoded.length).put(encoded).flip();
    }
    return frames;
  }

  static BenchResult result(Ladder ladder, Map<String, Integer> held, double callsACore)
      throws IOException {
    int ours = held.getOrDefault(US, 0);
    int peers = held.getOrDefault(PEER, 0);
    double cpu = ladder.median(US, COMPARED, "cpuPerStreamSecond");
    double peerCpu = ladder.median(PEER, COMPARED, "cpuPerStreamSecond");
    double times = peerCpu / cpu;
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("streams", held);
    more.put("comparedAtStreams", COMPARED);
    more.put("peerCpuSecondsPerUnit", BenchResult.fine(peerCpu));
    more.put("streamsACore", BenchResult.round(1 / cpu));
    more.put("peerStreamsACore", BenchResult.round(1 / peerCpu));
    more.put("streamsACoreByFramesAlone", BenchResult.round(callsACore));
    more.put("callersCpuSecondsPerUnit", ladder.median(US, COMPARED, "callersCpuPerStreamSecond"));
    more.put("lateShareAtFigure", ladder.median(US, ours, "lateShare"));
    return new BenchResult(
        "audio",
        ours,
        "concurrent AudioSocket streams with < 0.1 % late frames",
        ">= 300 on two cores, >= 3 x the peer per CPU-second (peerRatio)",
        ours >= GOAL_STREAMS && times >= GOAL_TIMES_PEER,
        callsACore * Runtime.getRuntime().availableProcessors(),
        new BenchResult.Peer(PEER, peers, times),
        cpu,
        ladder.runs(),
        Map.of(PEER, PEER_VERSION, "node", Programs.firstLine("node", "--version")),
        more);
  }
}
