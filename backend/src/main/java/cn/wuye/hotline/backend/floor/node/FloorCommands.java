package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.floor.AgentOrder;
import cn.wuye.hotline.backend.floor.AgentOrder.Outcome;
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

/** Has orders done at the node where the agent's phone is. Who may give them is not asked here. */
@Component
public class FloorCommands {
  static final String TARGET = "/node/floor/agents/";

  private static final Logger log = LoggerFactory.getLogger(FloorCommands.class);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final HotlineProperties here;
  private final ObjectProvider<OwnAgents> agents;
  private final NodeLinks links;
  private final NodeClient client;

  FloorCommands(
      HotlineProperties here,
      ObjectProvider<OwnAgents> agents,
      NodeLinks links,
      NodeClient client) {
    this.here = here;
    this.agents = agents;
    this.links = links;
    this.client = client;
  }

  /** Waits for the outcome, 8 s at most. */
  public Outcome run(String node, AgentOrder order) {
    if (node.equals(here.nodeId())) {
      OwnAgents own = agents.getIfAvailable();
      return own == null ? Outcome.AWAY : own.run(order);
    }
    String url = links.url(node);
    return url.isEmpty() ? Outcome.AWAY : asked(node, url, order);
  }

  private Outcome asked(String node, String url, AgentOrder order) {
    String target =
        TARGET + order.extension() + "/" + order.kind().code() + "?reason=" + order.reason();
    CompletableFuture<HttpResponse<Void>> answer =
        client.send(node, url, "POST", target, BodyHandlers.discarding());
    try {
      int status = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      if (status == HttpStatus.NO_CONTENT.value()) {
        return Outcome.DONE;
      }
      return status == HttpStatus.CONFLICT.value() ? Outcome.REFUSED : Outcome.AWAY;
    } catch (ExecutionException | TimeoutException away) {
      log.warn("node {} did not take {}: {}", node, order, away.toString());
      return Outcome.AWAY;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Outcome.AWAY;
    } finally {
      answer.cancel(true);
    }
  }
}
