package cn.wuye.hotline.ivr.agi;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * A connection for asterisk-java that trusts nobody: what does not begin like AGI is refused before
 * the library sees it, lines have a limit, and a command leaves in one packet at once.
 */
final class AgiSocket implements SocketConnectionFacade {
  private static final int LONGEST_LINE = 16_384;
  private static final int MOST_LINES = 256;
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);

  private final Socket socket;
  private final InputStream in;
  private final Deque<String> request = new ArrayDeque<>();
  private final StringBuilder unsent = new StringBuilder();

  private AgiSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 2048);
  }

  /**
   * Reads the whole request of a new connection.
   *
   * @throws IOException when it is none; the message says why
   */
  static AgiSocket open(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setKeepAlive(true);
    socket.setSoTimeout((int) REQUEST_TIMEOUT.toMillis());
    AgiSocket agi = new AgiSocket(socket);
    agi.readRequest();
    // From now on Asterisk answers when the caller, or the person she talks with, has done so.
    socket.setSoTimeout(0);
    return agi;
  }

  private void readRequest() throws IOException {
    String line;
    while (!(line = readFromSocket()).isEmpty()) {
      if (!line.startsWith("agi_")) {
        throw new ProtocolException("this is not AGI");
      }
      if (request.size() == MOST_LINES) {
        throw new ProtocolException("more than " + MOST_LINES + " lines of request");
      }
      request.addLast(line);
    }
    if (request.isEmpty()) {
      throw new ProtocolException("an empty request");
    }
    request.addLast("");
  }

  private String readFromSocket() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    int next;
    while ((next = in.read()) != '\n') {
      if (next < 0) {
        throw new EOFException("connection closed");
      }
      if (line.size() == LONGEST_LINE) {
        throw new ProtocolException("a line longer than " + LONGEST_LINE + " bytes");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public String readLine() throws IOException {
    @Nullable String line = request.pollFirst();
    return line != null ? line : readFromSocket();
  }

  @Override
  public void write(String s) {
    unsent.append(s);
  }

  @Override
  public void flush() throws IOException {
    socket.getOutputStream().write(unsent.toString().getBytes(StandardCharsets.UTF_8));
    unsent.setLength(0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected() && !socket.isClosed();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.getLocalPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.getPort();
  }
}
