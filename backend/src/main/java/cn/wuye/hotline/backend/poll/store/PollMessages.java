package cn.wuye.hotline.backend.poll.store;

import cn.wuye.hotline.backend.message.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages that bring the pages of polls: one to each who was drawn. */
@Component
public class PollMessages {
  private final JdbcClient jdbc;
  private final Outbox outbox;

  PollMessages(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** The key of the message to one who was drawn. */
  public static String once(long asked) {
    return "poll/" + asked + "/asked";
  }

  /** She needs it no more; what was sent stays sent. */
  public void withdraw(long asked) {
    outbox.withdraw(once(asked));
  }

  /** Nobody needs them any more: the poll is over, and its residents are asked no more. */
  public void withdrawAll(long poll) {
    outbox.withdraw(
        jdbc.sql(
                "SELECT id FROM poll_resident WHERE poll_id = ? AND invited_at IS NOT NULL"
                    + " AND state = 'unreached'")
            .param(poll)
            .query((row, n) -> once(row.getLong("id")))
            .list());
  }
}
