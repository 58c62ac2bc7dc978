package cn.wuye.hotline.backend.floor.step;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.floor.Book;
import cn.wuye.hotline.backend.floor.CallOrder.Outcome;
import cn.wuye.hotline.backend.floor.CallerOrder;
import cn.wuye.hotline.backend.floor.CallerOrder.Kind;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.FloorNow.PlacedCaller;
import cn.wuye.hotline.backend.floor.Watcher;
import cn.wuye.hotline.backend.floor.book.Books;
import cn.wuye.hotline.backend.floor.node.FloorCommands;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** A supervisor's steps with callers who wait, written down before they are done. */
@Component
public class FloorCallers {
  private final Floor floor;
  private final Books books;
  private final FloorCommands commands;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  FloorCallers(
      Floor floor,
      Books books,
      FloorCommands commands,
      Audit audit,
      Transactions transactions,
      Clock clock) {
    this.floor = floor;
    this.books = books;
    this.commands = commands;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Has it done; waits for the outcome.
   *
   * @param queue code of the queue where she goes; without meaning for {@link Kind#TO_FRONT}
   * @return empty when there is no such caller or queue, as far as she who asks can see
   * @throws AccessDeniedException when she leads nobody, or others wait in one of these queues, too
   */
  public Optional<Outcome> run(Kind kind, String call, String queue, SignedInUser me) {
    if (!me.leadsAgents()) {
      throw new AccessDeniedException("steps are for supervisors");
    }
    Watcher watcher = new Watcher(me.scope());
    Map<String, Book.Queue> queues = books.now().queues();
    Optional<PlacedCaller> there =
        floor.now(clock.instant()).callers().stream()
            .filter(placed -> placed.caller().call().equals(call))
            .filter(placed -> watcher.sees(placed.caller(), queues.get(placed.caller().queue())))
            .findFirst();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    String from = there.get().caller().queue();
    requireWhole(watcher, queues.get(from));
    if (kind == Kind.TO_QUEUE) {
      Book.Queue to = queues.get(queue);
      if (to == null || !watcher.sees(to)) {
        return Optional.empty();
      }
      requireWhole(watcher, to);
      if (queue.equals(from)) {
        return Optional.of(Outcome.REFUSED);
      }
    }
    CallerOrder order = new CallerOrder(kind, call, kind == Kind.TO_QUEUE ? queue : "");
    return Optional.of(run(order, there.get(), me));
  }

  /** What is done to one caller is felt by all who wait with her. */
  private static void requireWhole(Watcher watcher, Book.@Nullable Queue queue) {
    if (!watcher.seesWhole(queue)) {
      throw new AccessDeniedException("callers of other estates wait there, too");
    }
  }

  private Outcome run(CallerOrder order, PlacedCaller there, SignedInUser me) {
    write(order, there, Optional.empty(), me);
    Outcome outcome = commands.run(there.node(), order);
    if (outcome != Outcome.DONE) {
      write(order, there, Optional.of(outcome), me);
    }
    return outcome;
  }

  private void write(
      CallerOrder order, PlacedCaller there, Optional<Outcome> failed, SignedInUser me) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("node", there.node());
    details.put("from", there.caller().queue());
    if (!order.queue().isEmpty()) {
      details.put("queue", order.queue());
    }
    failed.ifPresent(outcome -> details.put("failed", outcome.name()));
    transactions.run(
        () -> {
          audit.record(
              Audit.user(me.getUsername()),
              new AuditAction("agent.caller-" + order.kind().code()),
              "call:" + order.call(),
              details);
          return true;
        });
  }
}
