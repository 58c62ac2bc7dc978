package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What supervisors write to agents: it stands on the agent's page until she says she has read it.
 */
@Component
public class DeskMessages {
  /** Most characters of one. */
  public static final int LONGEST = 200;

  private static final int LONGEST_SENDER = 120;

  /** More at once would push her call off the screen; the oldest come first. */
  private static final int SHOWN = 5;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  DeskMessages(JdbcClient jdbc, Transactions transactions, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One that she has not read.
   *
   * @param sender name
   */
  public record Message(long id, String sender, String text, Instant sentAt) {}

  /**
   * Keeps one, in the transaction of who calls.
   *
   * @param text 1 to {@value #LONGEST} characters
   */
  public void write(long user, String sender, String text) {
    if (text.isBlank() || Text.length(text) > LONGEST) {
      throw new IllegalArgumentException("a message of 1 to " + LONGEST + " characters");
    }
    jdbc.sql(
            "INSERT INTO desk_message (user_id, sender, body, sent_at)"
                + " VALUES (:user, :sender, :body, :now)")
        .param("user", user)
        .param("sender", Text.fitted(sender, LONGEST_SENDER))
        .param("body", text)
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  /** What she has not read, the oldest first. */
  public List<Message> unread(long user) {
    return jdbc.sql(
            "SELECT id, sender, body, sent_at FROM desk_message"
                + " WHERE user_id = :user AND read_at IS NULL ORDER BY id LIMIT "
                + SHOWN)
        .param("user", user)
        .query(
            (row, n) ->
                new Message(
                    row.getLong("id"),
                    row.getString("sender"),
                    row.getString("body"),
                    Utc.instant(row, "sent_at")))
        .list();
  }

  /**
   * She has read one; written down. Saying so twice is the same.
   *
   * @return false when there is none such for her
   */
  public boolean read(SignedInUser me, long id) {
    return transactions.run(
        () -> {
          boolean fresh =
              jdbc.sql(
                          "UPDATE desk_message SET read_at = :now"
                              + " WHERE id = :id AND user_id = :user AND read_at IS NULL")
                      .param("now", Utc.column(Utc.now(clock)))
                      .param("id", id)
                      .param("user", me.id())
                      .update()
                  == 1;
          if (fresh) {
            audit.record(
                Audit.user(me.getUsername()), DeskActions.MESSAGE_READ, "message:" + id, Map.of());
          }
          return fresh || known(me.id(), id);
        });
  }

  private boolean known(long user, long id) {
    return jdbc.sql("SELECT COUNT(*) FROM desk_message WHERE id = :id AND user_id = :user")
            .param("id", id)
            .param("user", user)
            .query(Integer.class)
            .single()
        == 1;
  }
}
