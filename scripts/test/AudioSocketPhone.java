import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A phone for the script tests: waits for one AudioSocket connection, plays a tone of 700 Hz, keeps
 * what it hears, hangs up after so many seconds. Run as one file: {@code java AudioSocketPhone.java
 * PORT TALK_SECONDS TONE_SECONDS HEARD_FILE}. Prints {@code connected} and {@code ended}.
 */
class AudioSocketPhone {
  private static final int FRAME = 320;

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    double talk = Double.parseDouble(args[1]);
    double tone = Double.parseDouble(args[2]);
    try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(120_000);
      try (Socket call = server.accept()) {
        call.setTcpNoDelay(true);
        System.out.println("connected");
        Thread listener = new Thread(() -> listen(call, Path.of(args[3])));
        listener.start();
        speak(call, talk, tone);
        listener.join();
      }
    }
    System.out.println("ended");
  }

  private static void speak(Socket call, double talk, double tone) throws InterruptedException {
    long start = System.nanoTime();
    try {
      OutputStream out = call.getOutputStream();
      for (int n = 0; n < talk * 50; n++) {
        out.write(frame(n, n < tone * 50));
        long due = start + (n + 1) * 20_000_000L;
        Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000L));
      }
      out.write(new byte[] {0, 0, 0});
      call.shutdownOutput();
    } catch (IOException e) {
      System.out.println("the other side hung up");
    }
  }

  private static byte[] frame(int number, boolean sounding) {
    byte[] frame = new byte[3 + FRAME];
    frame[0] = 0x10;
    frame[1] = (byte) (FRAME >> 8);
    frame[2] = (byte) FRAME;
    for (int i = 0; sounding && i < FRAME / 2; i++) {
      short sample = (short) (8000 * Math.sin(2 * Math.PI * 700 * (number * 160 + i) / 8000));
      frame[3 + 2 * i] = (byte) sample;
      frame[4 + 2 * i] = (byte) (sample >> 8);
    }
    return frame;
  }

  private static void listen(Socket call, Path file) {
    try (OutputStream heard = Files.newOutputStream(file)) {
      DataInputStream in = new DataInputStream(call.getInputStream());
      for (int kind = in.read(); kind > 0; kind = in.read()) {
        byte[] payload = in.readNBytes(in.readUnsignedShort());
        if (kind == 0x10) heard.write(payload);
        if (kind == 0x03) System.out.println("key " + Arrays.toString(payload));
      }
      call.close();
    } catch (IOException e) {
      System.out.println("connection lost: " + e.getMessage());
    }
  }
}
