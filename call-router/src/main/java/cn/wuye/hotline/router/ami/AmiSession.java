package cn.wuye.hotline.router.ami;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.ProtocolIdentifierReceivedEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One login, used once. The library's own reconnect is switched off: it starts only after a first
 * success, knows neither back-off nor re-synchronisation, and hides the outage from us.
 */
final class AmiSession extends ManagerConnectionImpl {
  private static final int READ_TIMEOUT_PINGS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(AmiSession.class);

  private volatile @Nullable SocketConnectionFacade open;
  private volatile boolean greeted;
  private final CountDownLatch lost = new CountDownLatch(1);

  AmiSession(AmiSettings settings, ManagerEventListener events) {
    setHostname(settings.host());
    setPort(settings.port());
    setUsername(settings.user());
    setPassword(settings.password());
    int timeout = Math.toIntExact(settings.actionTimeout().toMillis());
    setDefaultResponseTimeout(timeout);
    setDefaultEventTimeout(timeout);
    setSocketTimeout(timeout);
    setSocketReadTimeout(
        Math.toIntExact(Math.max(timeout, settings.pingEvery().toMillis() * READ_TIMEOUT_PINGS)));
    addEventListener(events);
  }

  /** Asking would need rights that nothing else needs, and up to eight more actions a login. */
  @Override
  protected AsteriskVersion determineVersion() {
    return AsteriskVersion.ASTERISK_22;
  }

  @Override
  public void dispatchEvent(ManagerEvent event, Integer requiredHandlingTime) {
    if (event instanceof DisconnectEvent) {
      state = ManagerConnectionState.DISCONNECTED;
      super.dispatchEvent(event, requiredHandlingTime);
      lost.countDown();
      return;
    }
    if (event instanceof ProtocolIdentifierReceivedEvent) {
      greeted = true;
    }
    super.dispatchEvent(event, requiredHandlingTime);
  }

  /** Whether something listens there that has not said a word of this protocol. */
  boolean reachedSomethingElse() {
    return open != null && !greeted;
  }

  /** Waits for the loss of the connection. */
  boolean awaitLoss(long millis) throws InterruptedException {
    return lost.await(millis, TimeUnit.MILLISECONDS);
  }

  @Override
  protected SocketConnectionFacade createSocket() throws IOException {
    SocketConnectionFacade socket = super.createSocket();
    open = socket;
    return socket;
  }

  /**
   * Closes the socket itself and at once: the library's own way waits for a login in progress. What
   * waits for an answer is released. Idempotent.
   */
  void close() {
    SocketConnectionFacade socket = open;
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        LOG.debug("AMI: closing the socket: {}", e.toString());
      }
    }
    lost.countDown();
  }
}
