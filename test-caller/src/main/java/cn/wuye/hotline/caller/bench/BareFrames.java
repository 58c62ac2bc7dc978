package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audiosocket.Frame;
import cn.wuye.hotline.ivr.audiosocket.FrameCodec;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * What the frames alone cost: a socket on this machine, on which every frame is read and answered
 * with one, without clocks, threads or a look at the sound. Nothing that talks can be cheaper.
 */
final class BareFrames {
  private static final int BATCH = 16;
  private static final double FRAMES_A_SECOND = 50;

  private BareFrames() {}

  /** Calls that one core could carry. */
  static double callsACore(int seconds) throws IOException {
    ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    Frame frame = new Frame(Frame.AUDIO, new byte[Pcm.FRAME_BYTES]);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket caller = new Socket(listening.getInetAddress(), listening.getLocalPort());
        Socket server = listening.accept()) {
      caller.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
      OutputStream out = server.getOutputStream();
      OutputStream asks = caller.getOutputStream();
      byte[] answers = new byte[BATCH * FrameCodec.encode(frame).length];
      long used = 0;
      long frames = 0;
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      while (System.nanoTime() < end) {
        for (int i = 0; i < BATCH; i++) {
          FrameCodec.write(asks, frame);
        }
        long before = cpu.getCurrentThreadCpuTime();
        for (int i = 0; i < BATCH; i++) {
          FrameCodec.write(out, new Frame(Frame.AUDIO, FrameCodec.read(in).payload()));
        }
        used += cpu.getCurrentThreadCpuTime() - before;
        frames += BATCH;
        caller.getInputStream().readNBytes(answers, 0, answers.length);
      }
      return frames * 1e9 / used / FRAMES_A_SECOND;
    }
  }
}
