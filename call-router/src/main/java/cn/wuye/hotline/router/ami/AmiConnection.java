package cn.wuye.hotline.router.ami;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lasting connection to Asterisk: logs in (also when Asterisk starts later than we), proves
 * itself alive, comes back with growing pauses, and after every login hands over the whole state
 * before any event. All methods return at once and may be called from any thread.
 */
public final class AmiConnection implements AmiCommands, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AmiConnection.class);

  private final AmiSettings settings;
  private final EventQueue queue = new EventQueue();
  private final StatusBoard board;
  private final BackOff backOff;
  private final SentCallers sent = new SentCallers();
  private final Thread supervisor = new Thread(this::supervise, "ami-connection");
  private volatile @Nullable AmiSession session;
  private volatile boolean closed;

  public AmiConnection(AmiSettings settings, Clock clock) {
    this.settings = settings;
    this.backOff = new BackOff(settings);
    this.board = new StatusBoard(clock, status -> queue.offer(l -> l.onStatus(status)));
    supervisor.setDaemon(true);
  }

  /** Told from the next synchronisation on; add listeners before {@link #start}. */
  public void addListener(AmiListener listener) {
    queue.add(listener);
  }

  /** Begins to connect; at most once. */
  public void start() {
    supervisor.start();
  }

  public AmiStatus status() {
    return board.status();
  }

  @Override
  public boolean connected() {
    return board.status().up();
  }

  @Override
  public CompletableFuture<ManagerResponse> send(ManagerAction action) {
    AmiSession current = session;
    if (current == null || !connected()) {
      return CompletableFuture.failedFuture(
          new AmiException(action.getAction() + " not sent: " + board.status().description()));
    }
    return PendingAction.send(current, sent.addressed(action), settings.actionTimeout());
  }

  private void supervise() {
    while (!closed) {
      Duration pause;
      try {
        connectAndStay();
        pause = backOff.afterFailure();
      } catch (AuthenticationFailedException e) {
        pause = e.getCause() == null ? backOff.afterRefusal() : backOff.afterFailure();
        report(e, pause);
      } catch (IOException | TimeoutException | AmiException e) {
        pause = backOff.afterFailure();
        board.down("no connection to Asterisk at " + settings + ": " + e.getMessage());
      } catch (InterruptedException e) {
        break;
      } catch (RuntimeException e) {
        pause = backOff.afterFailure();
        LOG.error("AMI: unexpected failure; connecting again in {}", pause, e);
        board.down("connection to Asterisk failed: " + e);
      } finally {
        drop();
      }
      if (!closed && !rest(pause)) {
        break;
      }
    }
    board.closed();
  }

  private void report(AuthenticationFailedException e, Duration pause) {
    if (e.getCause() != null) {
      board.down("login at " + settings + " not finished: " + e.getCause().getMessage());
      return;
    }
    board.refused(
        "Asterisk at "
            + settings.host()
            + ":"
            + settings.port()
            + " refused the AMI user '"
            + settings.user()
            + "': "
            + e.getMessage()
            + "; check HOTLINE_AMI_PASSWORD against manager.conf; next try in "
            + pause.toMillis()
            + " ms");
  }

  /** Returns when the connection that had been up is lost. */
  private void connectAndStay()
      throws IOException,
          AuthenticationFailedException,
          TimeoutException,
          InterruptedException,
          AmiException {
    SessionGate gate = new SessionGate(this::handOver);
    AmiSession fresh = new AmiSession(settings, gate);
    session = fresh;
    if (closed) {
      return;
    }
    logIn(fresh);
    List<CoreShowChannelEvent> channels = sent.named(channels(fresh));
    List<ResponseEvent> queues = queues(fresh);
    gate.open(
        () -> {
          Optional<BlindSpan> blind =
              board.up("connected to Asterisk at " + settings, channels.size());
          // Everybody knows the channels before anybody judges, or is told, what is in the queues.
          queue.offer(l -> l.onSynchronised(channels, blind));
          queue.offer(l -> l.onQueues(queues, blind));
        });
    backOff.succeeded();
    while (!fresh.awaitLoss(settings.pingEvery().toMillis())) {
      ManagerResponse pong = fresh.sendAction(new PingAction());
      if (pong == null) {
        break;
      }
    }
    if (!closed) {
      board.down("connection to Asterisk at " + settings + " lost");
    }
  }

  private static void logIn(AmiSession fresh)
      throws IOException, AuthenticationFailedException, TimeoutException, AmiException {
    try {
      fresh.login();
    } catch (IOException | TimeoutException e) {
      if (fresh.reachedSomethingElse()) {
        throw new AmiException("what listens there did not greet as AMI in time", e);
      }
      throw e;
    }
  }

  private List<CoreShowChannelEvent> channels(AmiSession fresh) throws IOException, AmiException {
    ResponseEvents answer = list(fresh, new CoreShowChannelsAction());
    if (answer.getResponse() instanceof ManagerError error) {
      throw new AmiException("CoreShowChannels: " + error.getMessage());
    }
    return answer.getEvents().stream()
        .filter(CoreShowChannelEvent.class::isInstance)
        .map(CoreShowChannelEvent.class::cast)
        .toList();
  }

  private List<ResponseEvent> queues(AmiSession fresh) throws IOException, AmiException {
    ResponseEvents answer = list(fresh, new QueueStatusAction());
    if (answer.getResponse() instanceof ManagerError error) {
      LOG.warn("AMI: Asterisk has no queues ({}); calls go on without them", error.getMessage());
      return List.of();
    }
    return answer.getEvents().stream()
        .map(sent::named)
        .filter(row -> !(row instanceof QueueEntryEvent entry && sent.unknown(entry)))
        .toList();
  }

  private ResponseEvents list(AmiSession fresh, EventGeneratingAction action)
      throws IOException, AmiException {
    try {
      return fresh.sendEventGeneratingAction(action, settings.actionTimeout().toMillis());
    } catch (EventTimeoutException e) {
      throw new AmiException(action.getAction() + ": the list did not come in time", e);
    } catch (IllegalStateException e) {
      throw new AmiException("lost while " + action.getAction() + " was asked for", e);
    }
  }

  private void handOver(ManagerEvent event) {
    ManagerEvent named = sent.named(event);
    if (!queue.offer(l -> l.onEvent(named))) {
      LOG.error("AMI: events come faster than they are handled; reconnecting to re-synchronise");
      drop();
    }
  }

  private void drop() {
    AmiSession current = session;
    if (current != null) {
      current.close();
    }
  }

  private static boolean rest(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    drop();
    supervisor.interrupt();
    queue.close();
  }
}
