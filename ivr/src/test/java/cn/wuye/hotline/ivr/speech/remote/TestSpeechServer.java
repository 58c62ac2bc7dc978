package cn.wuye.hotline.ivr.speech.remote;

import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** A speech server by real websockets, which does what can go wrong when it is told to. */
final class TestSpeechServer implements AutoCloseable {
  /** What goes wrong. */
  enum Fault {
    NONE,
    /** Takes everything and never says a word. */
    SILENT,
    /** The last text comes after 3 s. */
    SLOW,
    /** Closes when it has heard the first sound. */
    CUT,
    /** Answers with a web page. */
    WEB_PAGE,
    /** Answers with JSON of something else. */
    OTHER_JSON,
    /** Answers with bytes. */
    BYTES
  }

  /** One side of a protocol: what the server answers. */
  interface Side {
    /** The answers to a text message; the word {@code close} closes. */
    List<String> text(String message);

    /** The answers to sound. */
    List<String> sound(byte[] pcm);
  }

  private static final long SLOW_SECONDS = 3;

  final List<String> texts = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();
  final AtomicInteger open = new AtomicInteger();
  volatile Fault fault = Fault.NONE;
  private final Supplier<Side> protocol;
  private final Tomcat tomcat = new Tomcat();

  TestSpeechServer(Supplier<Side> protocol) {
    this.protocol = protocol;
    try {
      tomcat.setBaseDir(Files.createTempDirectory("speech-server").toString());
      tomcat.setPort(0);
      tomcat.getConnector().setProperty("address", "127.0.0.1");
      Context context = tomcat.addContext("", null);
      context.addServletContainerInitializer(new WsSci(), null);
      context.addServletContainerInitializer(
          (classes, servlets) -> {
            ServerContainer sockets =
                (ServerContainer) servlets.getAttribute(ServerContainer.class.getName());
            try {
              sockets.addEndpoint(
                  ServerEndpointConfig.Builder.create(Line.class, "/")
                      .configurator(new Configurator())
                      .build());
            } catch (jakarta.websocket.DeploymentException e) {
              throw new IllegalStateException(e);
            }
          },
          null);
      Tomcat.addServlet(context, "none", new HttpServlet() {});
      context.addServletMappingDecoded("/", "none");
      tomcat.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + tomcat.getConnector().getLocalPort());
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Configurator extends ServerEndpointConfig.Configurator {
    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(new Line(TestSpeechServer.this));
    }
  }

  /** One connection. */
  static final class Line extends Endpoint {
    private final TestSpeechServer server;
    private final Side side;

    Line(TestSpeechServer server) {
      this.server = server;
      this.side = server.protocol.get();
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
      server.connections.incrementAndGet();
      server.open.incrementAndGet();
      session.setMaxBinaryMessageBufferSize(1 << 20);
      session.addMessageHandler(
          String.class,
          (MessageHandler.Whole<String>)
              message -> {
                server.texts.add(message);
                answer(session, side.text(message), message.contains("config"));
              });
      session.addMessageHandler(
          byte[].class,
          (MessageHandler.Whole<byte[]>)
              pcm -> {
                List<String> answers = side.sound(pcm);
                if (server.fault == Fault.CUT) {
                  close(session, CloseReason.CloseCodes.UNEXPECTED_CONDITION);
                } else {
                  answer(session, answers, true);
                }
              });
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
      server.open.decrementAndGet();
    }

    private void answer(Session session, List<String> answers, boolean early) {
      try {
        switch (server.fault) {
          case SILENT -> {}
          case WEB_PAGE -> session.getBasicRemote().sendText("<html>502 Bad Gateway</html>");
          case OTHER_JSON -> session.getBasicRemote().sendText("{\"status\": \"ok\"}");
          case BYTES -> session.getBasicRemote().sendBinary(ByteBuffer.wrap(new byte[100]));
          case SLOW -> {
            if (early) {
              send(session, answers);
            } else {
              CompletableFuture.delayedExecutor(SLOW_SECONDS, TimeUnit.SECONDS)
                  .execute(() -> send(session, answers));
            }
          }
          default -> send(session, answers);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void send(Session session, List<String> answers) {
      try {
        for (String answer : answers) {
          if (answer.equals("close")) {
            close(session, CloseReason.CloseCodes.NORMAL_CLOSURE);
          } else if (session.isOpen()) {
            session.getBasicRemote().sendText(answer);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(Session session, CloseReason.CloseCode code) {
      try {
        session.close(new CloseReason(code, ""));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
