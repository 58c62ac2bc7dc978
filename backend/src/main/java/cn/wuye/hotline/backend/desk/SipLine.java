package cn.wuye.hotline.backend.desk;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page's line to Asterisk: passes SIP on, message by message, and understands nothing of it.
 * When one end closes, so does the other.
 */
final class SipLine extends Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(SipLine.class);
  private static final int LONGEST_MESSAGE = 64 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** A page registers anew every minute; one that says nothing for longer is gone. */
  private static final Duration IDLE = Duration.ofMinutes(3);

  private final HttpClient client;
  private final URI asterisk;
  private final Runnable opened;
  private final Runnable closed;
  private CompletableFuture<WebSocket> sending = new CompletableFuture<>();

  /**
   * @param opened told when the page has its line
   * @param closed told when it has lost it
   */
  SipLine(HttpClient client, URI asterisk, Runnable opened, Runnable closed) {
    this.client = client;
    this.asterisk = asterisk;
    this.opened = opened;
    this.closed = closed;
  }

  @Override
  public synchronized void onOpen(Session browser, EndpointConfig config) {
    browser.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
    browser.setMaxIdleTimeout(IDLE.toMillis());
    sending =
        client
            .newWebSocketBuilder()
            .subprotocols("sip")
            .connectTimeout(CONNECT)
            .buildAsync(asterisk, new FromAsterisk(browser));
    sending.whenComplete(
        (line, failure) -> {
          if (failure != null) {
            LOG.warn("no SIP line to {}: {}", asterisk, failure.getMessage());
            end(browser, "no line to Asterisk");
          }
        });
    browser.addMessageHandler(String.class, this::pass);
    opened.run();
  }

  /** One after the other: a second may not begin before the first is sent. */
  private synchronized void pass(String message) {
    sending = sending.thenCompose(line -> line.sendText(message, true));
  }

  @Override
  public synchronized void onClose(Session browser, CloseReason reason) {
    sending.thenAccept(WebSocket::abort);
    closed.run();
  }

  @Override
  public void onError(Session browser, Throwable failure) {
    LOG.debug("a page's line has failed: {}", failure.getMessage());
  }

  private static void end(Session browser, String why) {
    try {
      browser.close(new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, why));
    } catch (IOException gone) {
      LOG.debug("it has gone already: {}", gone.getMessage());
    }
  }

  private static final class FromAsterisk implements WebSocket.Listener {
    private final Session browser;
    private final StringBuilder message = new StringBuilder();

    FromAsterisk(Session browser) {
      this.browser = browser;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        try {
          browser.getBasicRemote().sendText(message.toString());
        } catch (IOException | IllegalStateException gone) {
          LOG.debug("a page has gone: {}", gone.getMessage());
          line.abort();
        }
        message.setLength(0);
      }
      line.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket line, int code, String reason) {
      end(browser, "Asterisk has closed the line");
      return null;
    }

    @Override
    public void onError(WebSocket line, Throwable failure) {
      LOG.debug("the line to Asterisk has failed: {}", failure.getMessage());
      end(browser, "the line to Asterisk has failed");
    }
  }
}
