package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audiosocket.CallThreads;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.StaticMappingStrategy;
import org.asteriskjava.fastagi.internal.DefaultAgiChannelFactory;
import org.asteriskjava.fastagi.internal.FastAgiConnectionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The FastAGI port. asterisk-java speaks the protocol; accepting is done here, because its own
 * server refuses calls beyond its pool, reads without limits and logs every stray connection as an
 * error.
 */
public final class AgiListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AgiListener.class);

  private final ThreadFactory threads = CallThreads.named("call-");
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AgiScript script;
  private final ServerSocket server;

  /**
   * Binds the port; calls are taken after {@link #start}.
   *
   * @param address loopback or a private address: AGI has no password; port 0 takes a free one
   * @param script run once a call, on a thread of its own
   */
  public AgiListener(InetSocketAddress address, AgiScript script) throws IOException {
    this.script = script;
    server = new ServerSocket();
    try {
      server.setReuseAddress(true);
      server.bind(address, 200);
    } catch (IOException e) {
      server.close();
      throw new IOException("FastAGI cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  /** Accepts calls from now on. */
  public void start() {
    CallThreads.named("agi-accept-").newThread(this::accept).start();
  }

  InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  int connections() {
    return open.size();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        threads.newThread(() -> serve(socket)).start();
        if (server.isClosed()) {
          socket.close();
        }
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.warn("FastAGI: could not accept a connection ({}); going on", e.getMessage());
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      AgiSocket agi = AgiSocket.open(socket);
      new FastAgiConnectionHandler(
              new StaticMappingStrategy(script), agi, new DefaultAgiChannelFactory())
          .run();
    } catch (IOException e) {
      if (!server.isClosed()) {
        LOG.warn(
            "FastAGI: connection from {} refused and closed: {}",
            socket.getRemoteSocketAddress(),
            reason(e));
      }
    } finally {
      open.remove(socket);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return "no whole AGI request in time";
    }
    return e instanceof EOFException
        ? "closed before a whole AGI request"
        : String.valueOf(e.getMessage());
  }

  /** Frees the port; connections that are open go on. */
  void stopAccepting() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("FastAGI: closing the port: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    stopAccepting();
    try {
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      LOG.warn("FastAGI: closing: {}", e.getMessage());
    }
  }
}
