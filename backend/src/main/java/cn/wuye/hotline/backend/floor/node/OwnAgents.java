package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.floor.AgentOrder;
import cn.wuye.hotline.backend.floor.AgentOrder.Outcome;
import cn.wuye.hotline.router.ami.AmiCommands;
import cn.wuye.hotline.router.live.MembershipChange;
import cn.wuye.hotline.router.live.QueueCommands;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a supervisor's steps with the agents of this node. */
final class OwnAgents {
  private static final Logger log = LoggerFactory.getLogger(OwnAgents.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final AmiCommands ami;
  private final QueueCommands commands;
  private final Supplier<QueuesNow> queues;

  OwnAgents(AmiCommands ami, Supplier<QueuesNow> queues) {
    this.ami = ami;
    this.commands = new QueueCommands(ami);
    this.queues = queues;
  }

  Outcome run(AgentOrder order) {
    QueuesNow now = queues.get();
    Optional<String> device =
        now.devices().stream().filter(each -> each.endsWith("/" + order.extension())).findFirst();
    if (!ami.connected()) {
      return Outcome.AWAY;
    }
    return device.map(known -> awaited(order, asked(order, known, now))).orElse(Outcome.REFUSED);
  }

  private CompletableFuture<?> asked(AgentOrder order, String device, QueuesNow now) {
    return switch (order.kind()) {
      case PAUSE -> commands.pause(device, order.reason());
      case RESUME -> commands.resume(device);
      case SIGN_OUT -> {
        List<CompletableFuture<?>> leaving =
            now.queues().stream()
                .filter(queue -> has(queue, device))
                .<CompletableFuture<?>>map(
                    queue -> commands.apply(new MembershipChange.Remove(queue.name(), device)))
                .toList();
        yield CompletableFuture.allOf(leaving.toArray(CompletableFuture<?>[]::new));
      }
    };
  }

  private static boolean has(QueueView queue, String device) {
    return queue.members().stream().anyMatch(member -> member.device().equals(device));
  }

  private static Outcome awaited(AgentOrder order, CompletableFuture<?> answer) {
    try {
      answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return Outcome.DONE;
    } catch (ExecutionException refused) {
      log.warn("Asterisk did not take {}: {}", order, String.valueOf(refused.getCause()));
      return Outcome.REFUSED;
    } catch (TimeoutException late) {
      log.warn("Asterisk has not answered to {} within {}", order, PATIENCE);
      return Outcome.AWAY;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Outcome.AWAY;
    }
  }
}
