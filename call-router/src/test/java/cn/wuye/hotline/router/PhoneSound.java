package cn.wuye.hotline.router;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a softphone says and hears: says a tone of its own (A-law, 20 ms a packet), and tells which
 * tones are in the last second that it heard.
 */
public final class PhoneSound implements AutoCloseable {
  private static final int RATE = 8000;
  private static final int FRAME = 160;
  private static final int HEADER = 12;
  private static final int A_LAW = 8;
  private static final int LOUD = 8000;
  private static final double FULL_SCALE = 32768;

  private final DatagramSocket socket;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  /** The last second, as a ring. */
  private final short[] heard = new short[RATE];

  private long count;
  private volatile @Nullable InetSocketAddress peer;
  private volatile int hertz;
  private int sent;

  PhoneSound() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread reader = new Thread(this::read, "phone-sound");
    reader.setDaemon(true);
    reader.start();
    clock.scheduleAtFixedRate(this::say, 20, 20, TimeUnit.MILLISECONDS);
  }

  int port() {
    return socket.getLocalPort();
  }

  void talksTo(@Nullable InetSocketAddress other) {
    peer = other;
  }

  /** Says this tone whenever it is in a call; 0 says nothing. */
  public void says(int tone) {
    hertz = tone;
  }

  /** Forgets what was heard. */
  public synchronized void forget() {
    count = 0;
  }

  /** Whether a whole second was heard since {@link #forget}. */
  public synchronized boolean second() {
    return count >= RATE;
  }

  /** How loud a tone is in the last second: 0 – 1 of full scale (Goertzel). */
  public synchronized double loudness(int tone) {
    int length = (int) Math.min(count, RATE);
    if (length == 0) {
      return 0;
    }
    double step = 2 * Math.PI * tone / RATE;
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < length; i++) {
      double sample = heard[(int) ((count - length + i) % RATE)];
      real += sample * Math.cos(step * i);
      imaginary += sample * Math.sin(step * i);
    }
    return 2 * Math.hypot(real, imaginary) / length / FULL_SCALE;
  }

  private void read() {
    byte[] buffer = new byte[2048];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
      } catch (IOException e) {
        return;
      }
      if (packet.getLength() > HEADER && (buffer[1] & 0x7f) == A_LAW) {
        take(buffer, packet.getLength());
      }
    }
  }

  private synchronized void take(byte[] packet, int length) {
    for (int i = HEADER; i < length; i++) {
      heard[(int) (count % RATE)] = (short) linear(packet[i]);
      count++;
    }
  }

  private void say() {
    InetSocketAddress to = peer;
    int tone = hertz;
    if (to == null || tone == 0) {
      return;
    }
    ByteBuffer packet = ByteBuffer.allocate(HEADER + FRAME);
    packet.put((byte) 0x80).put((byte) A_LAW).putShort((short) sent).putInt(sent * FRAME).putInt(7);
    for (int i = 0; i < FRAME; i++) {
      long at = (long) sent * FRAME + i;
      packet.put(aLaw((int) (LOUD * Math.sin(2 * Math.PI * tone * at / RATE))));
    }
    sent++;
    try {
      socket.send(new DatagramPacket(packet.array(), packet.capacity(), to));
    } catch (IOException e) {
      System.out.println("a phone could not speak: " + e.getMessage());
    }
  }

  /** ITU-T G.711, 13 bits. */
  private static byte aLaw(int sample) {
    int sign = sample < 0 ? 0 : 0x80;
    int size = Math.min(Math.abs(sample), 32_635);
    int exponent = 7;
    for (int mask = 0x4000; exponent > 0 && (size & mask) == 0; mask >>= 1) {
      exponent--;
    }
    int mantissa = size >> (exponent == 0 ? 4 : exponent + 3) & 0x0f;
    return (byte) ((sign | exponent << 4 | mantissa) ^ 0x55);
  }

  private static int linear(byte code) {
    int value = code ^ 0x55;
    int exponent = value >> 4 & 7;
    int size = (value & 0x0f) << 4 | 8;
    if (exponent > 0) {
      size = (size | 0x100) << exponent - 1;
    }
    return (value & 0x80) == 0 ? -size : size;
  }

  @Override
  public synchronized String toString() {
    return "sent " + sent + " to " + peer + ", heard " + count + " at " + port();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    socket.close();
  }
}
