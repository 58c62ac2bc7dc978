package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What nothing can do better: the moment itself, written to as many plain sockets as there are
 * screens, read by as many threads.
 */
final class RawRelay {
  private RawRelay() {}

  /** Microseconds from writing to reading, of all screens together. */
  static List<Integer> micros(int screens, int events, int perSecond)
      throws IOException, InterruptedException {
    List<Integer> micros = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch done = new CountDownLatch(screens);
    List<Socket> far = new ArrayList<>();
    try (ServerSocket server = new ServerSocket(0, screens, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < screens; i++) {
        Socket near = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
        Socket accepted = server.accept();
        accepted.setTcpNoDelay(true);
        far.add(accepted);
        Thread reader = new Thread(() -> read(near, micros, done), "raw-reader");
        reader.setDaemon(true);
        reader.start();
      }
      for (int event = 0; event < events; event++) {
        byte[] now = ByteBuffer.allocate(Long.BYTES).putLong(System.nanoTime()).array();
        for (Socket socket : far) {
          socket.getOutputStream().write(now);
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / perSecond);
      }
    } finally {
      for (Socket socket : far) {
        socket.close();
      }
    }
    done.await(10, TimeUnit.SECONDS);
    return List.copyOf(micros);
  }

  private static void read(Socket socket, List<Integer> micros, CountDownLatch done) {
    try (InputStream in = socket.getInputStream()) {
      byte[] moment = in.readNBytes(Long.BYTES);
      while (moment.length == Long.BYTES) {
        long nanos = System.nanoTime() - ByteBuffer.wrap(moment).getLong();
        micros.add((int) TimeUnit.NANOSECONDS.toMicros(nanos));
        moment = in.readNBytes(Long.BYTES);
      }
    } catch (IOException closed) {
      Progress.tell("a raw socket ended: " + closed.getMessage());
    } finally {
      done.countDown();
    }
  }
}
