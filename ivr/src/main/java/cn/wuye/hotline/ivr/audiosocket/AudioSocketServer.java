package cn.wuye.hotline.ivr.audiosocket;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the connections that Asterisk's AudioSocket application makes. Only streams that were
 * announced are taken, each once; everything else is closed with one line in the log.
 */
public final class AudioSocketServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AudioSocketServer.class);

  /** Asterisk sends the UUID at once. */
  private static final Duration OPENING_TIMEOUT = Duration.ofSeconds(2);

  private final ThreadFactory threads = CallThreads.named("audio-");
  private final Map<UUID, Consumer<AudioStream>> announced = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ServerSocketChannel server;
  private volatile @Nullable Consumer<AudioStream> others;

  /**
   * Listens from now on.
   *
   * @param address loopback or a private address: the protocol has no password; port 0 takes a free
   *     one
   */
  public AudioSocketServer(InetSocketAddress address) throws IOException {
    server = ServerSocketChannel.open();
    try {
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.bind(address, 200);
    } catch (IOException e) {
      server.close();
      throw new IOException("AudioSocket cannot listen on " + address + ": " + e.getMessage(), e);
    }
    CallThreads.named("audio-accept-").newThread(this::accept).start();
  }

  /** Where it listens, with the port really taken. */
  public InetSocketAddress address() {
    return new InetSocketAddress(server.socket().getInetAddress(), server.socket().getLocalPort());
  }

  /**
   * Expects one stream with this UUID.
   *
   * @param taker given the stream on a thread of its own, on which it should {@link
   *     AudioStream#listen}, or wait for who polls it; when it returns the connection is closed
   * @return withdraws the announcement
   */
  public Announcement announce(UUID id, Consumer<AudioStream> taker) {
    if (announced.putIfAbsent(id, taker) != null) {
      throw new IllegalStateException("stream " + id + " is announced already");
    }
    return () -> announced.remove(id, taker);
  }

  /**
   * Takes every stream that nobody announced, from now on: for the telephones of tests, which do
   * not know who will ring them. Without it such a stream is refused.
   */
  public void takeOthers(Consumer<AudioStream> taker) {
    others = taker;
  }

  /** A stream that is expected. */
  public interface Announcement extends AutoCloseable {
    /** Expects the stream no longer; one that has come already goes on. Idempotent. */
    @Override
    void close();
  }

  /** Connections that are open at the moment. */
  public int connections() {
    return open.size();
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        Socket socket = server.accept().socket();
        open.add(socket);
        threads.newThread(() -> serve(socket)).start();
        if (!server.isOpen()) {
          socket.close();
        }
      } catch (IOException e) {
        if (server.isOpen()) {
          LOG.warn("AudioSocket: could not accept a connection ({}); going on", e.getMessage());
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      take(socket);
    } catch (IOException e) {
      refuse(socket, e);
    } finally {
      open.remove(socket);
    }
  }

  private void take(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setKeepAlive(true);
    socket.setSoTimeout((int) OPENING_TIMEOUT.toMillis());
    AudioStream stream = AudioStream.accept(socket);
    Consumer<AudioStream> expected = announced.remove(stream.id());
    Consumer<AudioStream> taker = expected == null ? others : expected;
    if (taker == null) {
      throw new NotAudioSocket("stream " + stream.id() + " was not announced by any call");
    }
    // A phone with silence suppression sends nothing for as long as nobody speaks.
    socket.setSoTimeout(0);
    taker.accept(stream);
  }

  private void refuse(Socket socket, IOException e) {
    if (!server.isOpen()) {
      return;
    }
    LOG.warn(
        "AudioSocket: connection from {} refused and closed: {}",
        socket.getRemoteSocketAddress(),
        reason(e));
  }

  private static String reason(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return "no UUID within " + OPENING_TIMEOUT.toSeconds() + " s";
    }
    if (e instanceof EOFException || e instanceof SocketException) {
      return "closed before it sent a UUID";
    }
    return String.valueOf(e.getMessage());
  }

  /** Stops listening and closes every open stream. Idempotent. */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      LOG.warn("AudioSocket: closing: {}", e.getMessage());
    }
  }
}
