package cn.wuye.hotline.backend.survey.desk;

import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose work a ticket is: nobody enters what a resident thinks of his own, and crew enter only what
 * they were told at a visit.
 */
@Component
public class OwnWork {
  private final JdbcClient jdbc;

  OwnWork(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * By which of {@link SurveyDesk#CHANNELS} somebody may enter the answers of a ticket's resident;
   * none where it was his work, or where he changes no tickets.
   */
  public Set<AnswerChannel> ways(TicketNumber ticket, SignedInUser me) {
    if (!me.writesTickets() || did(ticket, me.getUsername())) {
      return Set.of();
    }
    return asksResidents(me) ? SurveyDesk.CHANNELS : Set.of(AnswerChannel.VISIT);
  }

  private static boolean asksResidents(SignedInUser me) {
    return me.roles().stream().anyMatch(role -> role != Role.CREW && role.writesTickets());
  }

  /** Whether somebody owns it, was given it, or part of it, without refusing, or has ended it. */
  boolean did(TicketNumber ticket, String login) {
    return jdbc.sql(
                "SELECT (SELECT COUNT(*) FROM ticket WHERE number = :ticket AND owner = :login)"
                    + " + (SELECT COUNT(*) FROM assignment WHERE ticket = :ticket"
                    + " AND worker = :login AND state <> 'refused')"
                    + " + (SELECT COUNT(*) FROM task WHERE ticket = :ticket AND worker = :login)"
                    + " + (SELECT COUNT(*) FROM ticket_event WHERE ticket = :ticket"
                    + " AND kind = 'state-changed' AND actor = :actor"
                    + " AND (details LIKE '%\"verb\":\"solve\"%'"
                    + " OR details LIKE '%\"verb\":\"decline\"%'"
                    + " OR details LIKE '%\"verb\":\"not-confirm\"%'))")
            .param("ticket", ticket.value())
            .param("login", login)
            .param("actor", Actor.user(login).value())
            .query(Long.class)
            .single()
        > 0;
  }
}
