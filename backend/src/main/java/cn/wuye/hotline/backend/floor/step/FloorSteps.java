package cn.wuye.hotline.backend.floor.step;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.floor.AgentOrder;
import cn.wuye.hotline.backend.floor.AgentOrder.Outcome;
import cn.wuye.hotline.backend.floor.Book;
import cn.wuye.hotline.backend.floor.FloorNow.PlacedAgent;
import cn.wuye.hotline.backend.floor.Watcher;
import cn.wuye.hotline.backend.floor.book.Books;
import cn.wuye.hotline.backend.floor.node.FloorCommands;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.queue.Lending;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * A supervisor's steps. Each is written down before it is done, so that none can be done unseen;
 * one that came to nothing is written down once more.
 */
@Component
public class FloorSteps {
  private static final AuditAction LENT = new AuditAction("agent.lent");
  private static final AuditAction GIVEN_BACK = new AuditAction("agent.given-back");

  private final LedAgents agents;
  private final Books books;
  private final FloorCommands commands;
  private final Lending lending;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  FloorSteps(
      LedAgents agents,
      Books books,
      FloorCommands commands,
      Lending lending,
      Audit audit,
      Transactions transactions,
      Clock clock) {
    this.agents = agents;
    this.books = books;
    this.commands = commands;
    this.lending = lending;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Whether somebody with this phone is signed in, as far as she who asks can see.
   *
   * @throws AccessDeniedException when she leads no agents, or this one works for others, too
   */
  public boolean leads(String extension, SignedInUser me) {
    return agents.find(extension, me).isPresent();
  }

  /**
   * Has it done; waits for the outcome.
   *
   * @return empty when nobody with this phone is signed in, as far as she who asks can see
   * @throws AccessDeniedException when she leads no agents, or this one works for others, too
   */
  public Optional<Outcome> run(AgentOrder order, SignedInUser me) {
    Optional<PlacedAgent> there = agents.find(order.extension(), me);
    if (there.isEmpty()) {
      return Optional.empty();
    }
    String node = there.get().node();
    write(order, node, Optional.empty(), me);
    Outcome outcome = commands.run(node, order);
    if (outcome != Outcome.DONE) {
      write(order, node, Optional.of(outcome), me);
    }
    return Optional.of(outcome);
  }

  /**
   * Lends her to one queue for a while: within seconds she is in it alone, whatever her skills.
   *
   * @return until when; empty when there is no such agent or queue, as far as she who asks can see
   * @throws AccessDeniedException when she leads no agents, or this one works for others, too
   */
  public Optional<Instant> lend(String extension, String queue, Duration time, SignedInUser me) {
    Book.Queue borrower = books.now().queues().get(queue);
    boolean seen = borrower != null && new Watcher(me.scope()).sees(borrower);
    if (agents.find(extension, me).isEmpty() || !seen) {
      return Optional.empty();
    }
    Instant until = Utc.now(clock).plus(time);
    transactions.run(
        () -> {
          lending.lend(extension, queue, until, me.getUsername());
          audit.record(
              Audit.user(me.getUsername()),
              LENT,
              "agent:" + extension,
              Map.of("queue", queue, "until", until.toString()));
          return true;
        });
    books.soon();
    return Optional.of(until);
  }

  /**
   * Ends a loan before its time.
   *
   * @return whether there was one
   * @throws AccessDeniedException when she leads no agents, or this one works for others, too
   */
  public boolean giveBack(String extension, SignedInUser me) {
    if (agents.find(extension, me).isEmpty()) {
      return false;
    }
    boolean given =
        transactions.run(
            () -> {
              boolean lent = lending.giveBack(extension);
              if (lent) {
                audit.record(
                    Audit.user(me.getUsername()), GIVEN_BACK, "agent:" + extension, Map.of());
              }
              return lent;
            });
    books.soon();
    return given;
  }

  private void write(AgentOrder order, String node, Optional<Outcome> failed, SignedInUser me) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("node", node);
    if (!order.reason().isEmpty()) {
      details.put("reason", order.reason());
    }
    failed.ifPresent(outcome -> details.put("failed", outcome.name()));
    transactions.run(
        () -> {
          audit.record(
              Audit.user(me.getUsername()),
              new AuditAction("agent." + order.kind().code()),
              "agent:" + order.extension(),
              details);
          return true;
        });
  }
}
