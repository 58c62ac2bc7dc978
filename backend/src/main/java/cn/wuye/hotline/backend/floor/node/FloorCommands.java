package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.desk.DeskScreens;
import cn.wuye.hotline.backend.floor.AgentOrder;
import cn.wuye.hotline.backend.floor.AgentOrder.Outcome;
import cn.wuye.hotline.backend.floor.CallOrder;
import cn.wuye.hotline.backend.floor.CallerOrder;
import cn.wuye.hotline.router.ami.SentCallers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Has orders done at the node where the agent's phone or the caller is. Who may give them is not
 * asked here.
 */
@Component
public class FloorCommands {
  static final String TARGET = "/node/floor/agents/";
  static final String CALLS = "/node/floor/calls/";
  static final String CALLERS = "/node/floor/callers/";
  static final String RECORDINGS = "/node/floor/recordings/";
  static final String MESSAGES = "/node/floor/messages/";

  private static final Logger log = LoggerFactory.getLogger(FloorCommands.class);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final HotlineProperties here;
  private final ObjectProvider<OwnAgents> agents;
  private final ObjectProvider<OwnCalls> calls;
  private final ObjectProvider<OwnCallers> callers;
  private final ObjectProvider<OwnRecordings> recordings;
  private final DeskScreens screens;
  private final NodeLinks links;
  private final NodeClient client;

  FloorCommands(
      HotlineProperties here,
      ObjectProvider<OwnAgents> agents,
      ObjectProvider<OwnCalls> calls,
      ObjectProvider<OwnCallers> callers,
      ObjectProvider<OwnRecordings> recordings,
      DeskScreens screens,
      NodeLinks links,
      NodeClient client) {
    this.here = here;
    this.agents = agents;
    this.calls = calls;
    this.callers = callers;
    this.recordings = recordings;
    this.screens = screens;
    this.links = links;
    this.client = client;
  }

  /** Waits for the outcome, 8 s at most. */
  public Outcome run(String node, AgentOrder order) {
    if (node.equals(here.nodeId())) {
      OwnAgents own = agents.getIfAvailable();
      return own == null ? Outcome.AWAY : own.run(order);
    }
    return asked(node, order);
  }

  /** Waits for the outcome, 8 s at most. */
  public CallOrder.Outcome run(String node, CallOrder order) {
    if (node.equals(here.nodeId())) {
      OwnCalls own = calls.getIfAvailable();
      return own == null ? CallOrder.Outcome.AWAY : own.run(order);
    }
    String target =
        "%s%s?agent=%s&call=%s&phone=%s"
            .formatted(CALLS, order.kind().code(), order.agent(), order.call(), order.phone());
    return CallStatus.outcome(asked(node, target));
  }

  /**
   * Waits for the outcome, twice 8 s at most. Whom her own node has sent there obeys that one: it
   * is asked, too, and what it can do only when she is back it does then.
   */
  public CallOrder.Outcome run(String node, CallerOrder order) {
    CallOrder.Outcome there = runThere(node, order);
    return there == CallOrder.Outcome.OVER
        ? SentCallers.nodeOf(order.call())
            .filter(home -> !home.equals(node))
            .map(home -> runThere(home, order))
            .orElse(there)
        : there;
  }

  private CallOrder.Outcome runThere(String node, CallerOrder order) {
    if (node.equals(here.nodeId())) {
      OwnCallers own = callers.getIfAvailable();
      return own == null ? CallOrder.Outcome.AWAY : own.run(order);
    }
    String target =
        "%s%s?call=%s&queue=%s"
            .formatted(CALLERS, order.kind().code(), order.call(), order.queue());
    return CallStatus.outcome(asked(node, target));
  }

  /** Waits for the outcome, 8 s at most. */
  CallOrder.Outcome pauseRecording(String node, String call, boolean paused) {
    if (node.equals(here.nodeId())) {
      OwnRecordings own = recordings.getIfAvailable();
      return own == null ? CallOrder.Outcome.AWAY : own.pause(call, paused);
    }
    return CallStatus.outcome(asked(node, "%s%s?paused=%s".formatted(RECORDINGS, call, paused)));
  }

  /** Has the page of an agent ask for what was written to her; not when her node is away. */
  public void message(String node, long user) {
    if (node.equals(here.nodeId())) {
      screens.tell(user, DeskScreens.News.MESSAGE);
    } else {
      asked(node, MESSAGES + user);
    }
  }

  private Outcome asked(String node, AgentOrder order) {
    String target =
        TARGET + order.extension() + "/" + order.kind().code() + "?reason=" + order.reason();
    int status = asked(node, target);
    if (status == HttpStatus.NO_CONTENT.value()) {
      return Outcome.DONE;
    }
    return status == HttpStatus.CONFLICT.value() ? Outcome.REFUSED : Outcome.AWAY;
  }

  /** The status that another node answers with; 503 when it does not. */
  private int asked(String node, String target) {
    String url = links.url(node);
    if (url.isEmpty()) {
      return HttpStatus.SERVICE_UNAVAILABLE.value();
    }
    CompletableFuture<HttpResponse<Void>> answer =
        client.send(node, url, "POST", target, BodyHandlers.discarding());
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (ExecutionException | TimeoutException away) {
      log.warn("node {} did not take {}: {}", node, target, away.toString());
      return HttpStatus.SERVICE_UNAVAILABLE.value();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return HttpStatus.SERVICE_UNAVAILABLE.value();
    } finally {
      answer.cancel(true);
    }
  }
}
