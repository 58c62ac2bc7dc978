package cn.wuye.hotline.caller.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a library for the manager interface does with the same storm: panoramisk hears it and writes
 * each caller to as many plain sockets as there are screens. It keeps no state, knows of no rights
 * and of no other node, and nothing is drawn.
 */
final class PanoramiskRelay {
  static final String NAME = "panoramisk";
  static final String VERSION = "1.4";

  private static final int PATIENCE_SECONDS = 30;

  private PanoramiskRelay() {}

  /**
   * Microseconds from the word of the manager interface until a socket was told, of all together.
   *
   * @param work where its output is kept
   * @throws IOException when it cannot be fetched or does not come to the manager interface
   */
  static List<Integer> micros(Path work, int screens, int events, int perSecond)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(new PeerPrograms().python(NAME, VERSION, "live-panoramisk.py"));
    int amiPort = Child.freePort();
    List<Integer> micros = Collections.synchronizedList(new ArrayList<>());
    List<Socket> told = new ArrayList<>();
    try (StormAmi ami = new StormAmi(amiPort)) {
      int port = Child.freePort();
      command.addAll(List.of(String.valueOf(amiPort), String.valueOf(port)));
      try (Child relay = Child.serving(port, work.resolve("panoramisk.log"), command)) {
        if (!ami.awaitSynchronised(PATIENCE_SECONDS)) {
          throw new IOException(NAME + " has not come to the manager interface");
        }
        for (int i = 0; i < screens; i++) {
          Socket screen = new Socket(InetAddress.getLoopbackAddress(), port);
          told.add(screen);
          Thread reader = new Thread(() -> read(screen, micros), "panoramisk-reader");
          reader.setDaemon(true);
          reader.start();
        }
        for (int event = 0; event < events; event++) {
          ami.joins(String.valueOf(System.nanoTime()), 1);
          LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / perSecond);
        }
        // What is still on its way.
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        Progress.tell(NAME + " used " + relay.cpu() + " s of CPU");
      } finally {
        for (Socket screen : told) {
          screen.close();
        }
      }
    }
    return List.copyOf(micros);
  }

  /** A caller's channel is called by the moment at which she joined. */
  private static void read(Socket screen, List<Integer> micros) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(screen.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        long nanos = System.nanoTime() - Long.parseLong(line);
        micros.add((int) TimeUnit.NANOSECONDS.toMicros(nanos));
      }
    } catch (IOException closed) {
      // The bench is over.
    }
  }
}
