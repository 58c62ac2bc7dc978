package cn.wuye.hotline.backend.floor.step;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.desk.DeskMessages;
import cn.wuye.hotline.backend.desk.Seat;
import cn.wuye.hotline.backend.desk.Seats;
import cn.wuye.hotline.backend.floor.node.FloorCommands;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** A supervisor writes to an agent. */
@Component
public class FloorMessages {
  private static final AuditAction SENT = new AuditAction("agent.message");

  private final LedAgents agents;
  private final Seats seats;
  private final DeskMessages messages;
  private final FloorCommands commands;
  private final Audit audit;
  private final Transactions transactions;

  FloorMessages(
      LedAgents agents,
      Seats seats,
      DeskMessages messages,
      FloorCommands commands,
      Audit audit,
      Transactions transactions) {
    this.agents = agents;
    this.seats = seats;
    this.messages = messages;
    this.commands = commands;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * Puts it on her page at once, wherever that is open; where her node cannot be told, the page
   * asks for it within 20 s.
   *
   * @param text 1 to {@value DeskMessages#LONGEST} characters
   * @return whether she sits there with a page of hers: who only dialled her phone's key has none;
   *     empty when there is no such agent, as far as she who asks can see
   * @throws AccessDeniedException when she leads no agents, or this one works for others, too
   */
  public Optional<Boolean> send(String extension, String text, SignedInUser me) {
    if (agents.find(extension, me).isEmpty()) {
      return Optional.empty();
    }
    Optional<Seat> seat = seats.at(extension);
    seat.ifPresent(
        hers -> {
          transactions.run(
              () -> {
                messages.write(hers.user(), me.displayName(), text);
                audit.record(
                    Audit.user(me.getUsername()),
                    SENT,
                    "agent:" + extension,
                    Map.of("message", text));
                return true;
              });
          commands.message(hers.node(), hers.user());
        });
    return Optional.of(seat.isPresent());
  }
}
