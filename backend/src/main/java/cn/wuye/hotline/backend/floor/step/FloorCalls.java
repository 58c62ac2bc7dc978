package cn.wuye.hotline.backend.floor.step;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.desk.DeskPhone;
import cn.wuye.hotline.backend.desk.Seat;
import cn.wuye.hotline.backend.desk.Seats;
import cn.wuye.hotline.backend.floor.Agent;
import cn.wuye.hotline.backend.floor.CallOrder;
import cn.wuye.hotline.backend.floor.CallOrder.Kind;
import cn.wuye.hotline.backend.floor.CallOrder.Outcome;
import cn.wuye.hotline.backend.floor.FloorNow.PlacedAgent;
import cn.wuye.hotline.backend.floor.Watcher;
import cn.wuye.hotline.backend.floor.book.Books;
import cn.wuye.hotline.backend.floor.node.FloorCommands;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * A supervisor's steps into the talks of agents. Each is written down before it is done; one that
 * came to nothing is written down once more.
 */
@Component
public class FloorCalls {
  private final LedAgents agents;
  private final Books books;
  private final Seats seats;
  private final FloorCommands commands;
  private final Audit audit;
  private final Transactions transactions;

  FloorCalls(
      LedAgents agents,
      Books books,
      Seats seats,
      FloorCommands commands,
      Audit audit,
      Transactions transactions) {
    this.agents = agents;
    this.books = books;
    this.seats = seats;
    this.commands = commands;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * Has it done; waits for the outcome, which a phone that rings does not hold up.
   *
   * @param call as it was shown; without meaning for {@link Kind#LEAVE}
   * @return empty when there is no such agent or call, as far as she who asks can see
   * @throws AccessDeniedException when she leads no agents, or this one works for others, too
   */
  public Optional<Outcome> run(Kind kind, String extension, String call, SignedInUser me) {
    Optional<PlacedAgent> there = agents.find(extension, me);
    if (there.isEmpty()) {
      return Optional.empty();
    }
    boolean named = kind != Kind.LEAVE;
    if (named) {
      Agent.Talk talk = there.get().agent().talk();
      if (talk == null || !talk.call().equals(call)) {
        return Optional.of(Outcome.OVER);
      }
      if (new Watcher(me.scope()).talk(there.get().agent(), books.now()).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(run(kind, there.get(), named ? call : "", me));
  }

  private Outcome run(Kind kind, PlacedAgent there, String call, SignedInUser me) {
    String extension = there.agent().extension();
    String phone = "";
    if (kind.byPhone()) {
      Optional<Seat> seat = seats.of(me.id());
      if (seat.filter(hers -> !hers.node().equals(there.node())).isPresent()) {
        return Outcome.ELSEWHERE;
      }
      phone =
          seat.map(Seat::phone)
              .or(() -> seats.own(me.id()))
              .map(DeskPhone::extension)
              .filter(hers -> !hers.equals(extension))
              .orElse("");
      if (phone.isEmpty()) {
        return Outcome.NO_SEAT;
      }
    }
    CallOrder order = new CallOrder(kind, extension, call, phone);
    write(order, there.node(), Optional.empty(), me);
    Outcome outcome = commands.run(there.node(), order);
    if (outcome != Outcome.DONE) {
      write(order, there.node(), Optional.of(outcome), me);
    }
    return outcome;
  }

  private void write(CallOrder order, String node, Optional<Outcome> failed, SignedInUser me) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("node", node);
    details.put("call", order.call());
    if (!order.phone().isEmpty()) {
      details.put("phone", order.phone());
    }
    failed.ifPresent(outcome -> details.put("failed", outcome.name()));
    transactions.run(
        () -> {
          audit.record(
              Audit.user(me.getUsername()),
              new AuditAction("agent." + order.kind().code()),
              "agent:" + order.agent(),
              details);
          return true;
        });
  }
}
