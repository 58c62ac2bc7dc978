package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.floor.CallOrder.Outcome;
import cn.wuye.hotline.backend.floor.CallerOrder;
import cn.wuye.hotline.backend.queue.waiting.WaitingSteps;
import cn.wuye.hotline.router.ami.AmiCommands;
import cn.wuye.hotline.router.control.CallControl;
import cn.wuye.hotline.router.live.QueueCommands;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.queue.Precedence;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a supervisor's steps with the callers who wait on this node. What is wanted is noted with
 * the caller first; what Asterisk is asked for besides only makes it happen at once.
 */
final class OwnCallers {
  private static final Logger log = LoggerFactory.getLogger(OwnCallers.class);

  /** Ends her stay in the queue; should she be asked meanwhile, it means "keep waiting" there. */
  private static final char GO_ON = '1';

  private final AmiCommands ami;
  private final QueueCommands commands;
  private final CallControl control;
  private final WaitingSteps steps;
  private final Supplier<QueuesNow> queues;
  private final Function<String, Optional<String>> names;

  /**
   * @param names the name of a channel by its id
   */
  OwnCallers(
      AmiCommands ami,
      WaitingSteps steps,
      Supplier<QueuesNow> queues,
      Function<String, Optional<String>> names) {
    this.ami = ami;
    this.commands = new QueueCommands(ami);
    this.control = new CallControl(ami);
    this.steps = steps;
    this.queues = queues;
    this.names = names;
  }

  Outcome run(CallerOrder order) {
    if (!ami.connected()) {
      return Outcome.AWAY;
    }
    return switch (order.kind()) {
      case TO_FRONT -> toFront(order.call());
      case TO_QUEUE -> toQueue(order);
    };
  }

  private Outcome toFront(String call) {
    OptionalInt noted = steps.toFront(call);
    int precedence = noted.orElse(Precedence.front(0));
    Optional<String> channel = names.apply(call);
    Optional<QueueView> queue = queue(call);
    if (channel.isPresent() && queue.isPresent()) {
      asked(call, commands.precedence(queue.get().name(), channel.get(), precedence));
    }
    // Whom another node has sent: it is to be noted there, for when she comes again.
    return noted.isPresent() ? Outcome.DONE : Outcome.OVER;
  }

  private Outcome toQueue(CallerOrder order) {
    if (!steps.toQueue(order.call(), order.queue())) {
      return Outcome.OVER;
    }
    if (queue(order.call()).isPresent()) {
      asked(order.call(), control.pressed(order.call(), GO_ON));
    }
    return Outcome.DONE;
  }

  private Optional<QueueView> queue(String call) {
    return queues.get().queues().stream()
        .filter(queue -> queue.waiting().stream().anyMatch(caller -> caller.call().equals(call)))
        .findFirst();
  }

  private static void asked(String call, CompletableFuture<?> answer) {
    answer.whenComplete(
        (done, refused) -> {
          if (refused != null) {
            log.warn("call {}: moved only after its present stay: {}", call, refused.getMessage());
          }
        });
  }
}
