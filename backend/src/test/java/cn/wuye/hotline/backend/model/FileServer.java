package cn.wuye.hotline.backend.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One file over HTTP, with failure switches. */
final class FileServer implements AutoCloseable {
  final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  volatile byte[] content = new byte[0];

  /** So many answers break off in the middle. */
  volatile int cuts;

  /** Answers with this status and nothing else; 0 for none. */
  volatile int status;

  /** Knows no ranges. */
  volatile boolean wholeOnly;

  /** What it says the length is, beyond the truth. */
  volatile long boast;

  private final HttpServer server;

  FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    try (exchange) {
      if (status != 0) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      int from = range == null || wholeOnly ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      if (range != null && !wholeOnly && from >= content.length) {
        exchange.getResponseHeaders().add("Content-Range", "bytes */" + content.length);
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      boolean part = range != null && !wholeOnly;
      if (part) {
        exchange
            .getResponseHeaders()
            .add(
                "Content-Range",
                "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
      }
      exchange.sendResponseHeaders(part ? 206 : 200, content.length - from + boast);
      OutputStream body = exchange.getResponseBody();
      int length = content.length - from;
      boolean cut = cuts > 0;
      cuts -= cut ? 1 : 0;
      body.write(content, from, cut ? length / 2 : length);
    } catch (IOException gone) {
      ranges.add("gone");
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
