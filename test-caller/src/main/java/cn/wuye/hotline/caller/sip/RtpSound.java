package cn.wuye.hotline.caller.sip;

import cn.wuye.hotline.caller.sound.Track;
import cn.wuye.hotline.ivr.audio.ALaw;
import cn.wuye.hotline.ivr.audiosocket.CallThreads;
import cn.wuye.hotline.ivr.audiosocket.PaceFigures;
import cn.wuye.hotline.ivr.audiosocket.Pacer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadFactory;

/** The sound of one call: a tone that never ends is sent, what comes is kept. */
final class RtpSound implements AutoCloseable {
  private static final ThreadFactory THREADS = CallThreads.named("rtp-");
  private static final int HEADER = 12;
  private static final int FRAME = 160;
  private static final int VERSION_2 = 0x80;
  private static final int PCMA = 8;
  private static final int LONGEST = 2048;

  private final DatagramSocket socket;
  private final Track heard = new Track();
  private final double step;
  private volatile InetSocketAddress peer;
  private long sample;

  /**
   * @param hertz of the tone; 0 for silence
   */
  RtpSound(int hertz) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
    this.step = 2 * Math.PI * hertz / 8000;
    this.peer = new InetSocketAddress("127.0.0.1", 9);
  }

  int port() {
    return socket.getLocalPort();
  }

  Track heard() {
    return heard;
  }

  /** Begins, or goes on to another place. */
  void towards(String address, int port) {
    boolean first = peer.getPort() == 9;
    peer = new InetSocketAddress(address, port);
    if (first) {
      THREADS.newThread(this::send).start();
      THREADS.newThread(this::receive).start();
    }
  }

  private void send() {
    Pacer pacer = new Pacer(new PaceFigures());
    int source = System.identityHashCode(this);
    for (int n = 0; !socket.isClosed(); n++) {
      pacer.await();
      ByteBuffer packet = ByteBuffer.allocate(HEADER + FRAME);
      packet.put((byte) VERSION_2).put((byte) PCMA).putShort((short) n);
      packet.putInt(n * FRAME).putInt(source);
      for (int i = 0; i < FRAME; i++) {
        packet.put(ALaw.encode((short) (step == 0 ? 0 : 8000 * Math.sin(step * sample))));
        sample++;
      }
      try {
        socket.send(new DatagramPacket(packet.array(), packet.capacity(), peer));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void receive() {
    byte[] buffer = new byte[LONGEST];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
      } catch (IOException e) {
        return;
      }
      if (packet.getLength() > HEADER && (buffer[1] & 0x7f) == PCMA) {
        short[] frame = new short[packet.getLength() - HEADER];
        for (int i = 0; i < frame.length; i++) {
          frame[i] = ALaw.decode(buffer[HEADER + i]);
        }
        heard.append(frame);
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
