package cn.wuye.hotline.backend.survey.sms;

import cn.wuye.hotline.backend.message.IncomingText;
import cn.wuye.hotline.backend.message.contact.Mobile;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.data.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was sent by SMS. */
@Component
class TextRows {
  private static final int LONGEST_SENDER = 40;
  private static final int LONGEST_NUMBER = 24;

  /** The longest that a provider joins of several SMS is 1,600. */
  private static final int LONGEST_WORDS = 4000;

  private final JdbcClient jdbc;

  TextRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A text that waits.
   *
   * @param number one spelling for each mobile; null for what no person has sent
   */
  record Waiting(long id, @Nullable PhoneNumber number, String words) {}

  /** Keeps it, once; its id. */
  long keep(IncomingText text, Instant now) {
    String key = text.id().matches("[!-~]{1,120}") ? text.id() : Sha256.of(text.id());
    jdbc.sql(
            "INSERT INTO incoming_text (provider, provider_id, sender, number, words, received_at,"
                + " state) VALUES (:provider, :key, :sender, :number, :words, :now, 'waiting')"
                + " ON DUPLICATE KEY UPDATE provider = provider")
        .param("provider", text.provider())
        .param("key", key)
        .param("sender", Text.fitted(text.from(), LONGEST_SENDER))
        .param("number", number(text.from()))
        .param("words", Text.fitted(text.words(), LONGEST_WORDS))
        .param("now", Utc.column(now))
        .update();
    return jdbc.sql("SELECT id FROM incoming_text WHERE provider = ? AND provider_id = ?")
        .params(text.provider(), key)
        .query(Long.class)
        .single();
  }

  private static String number(String from) {
    String digits = from.replaceAll("[ ()-]", "");
    if (!digits.matches("\\+?[0-9]{7,20}")) {
      return "";
    }
    PhoneNumber number = new PhoneNumber(digits);
    String key = NumberKey.of(number);
    return Mobile.international(number).isPresent() && key.length() <= LONGEST_NUMBER ? key : "";
  }

  /** One that waits, and nobody else settles it until the transaction ends. */
  Optional<Waiting> locked(long id) {
    return jdbc.sql(
            "SELECT id, number, words FROM incoming_text WHERE id = ? AND state = 'waiting'"
                + " FOR UPDATE")
        .param(id)
        .query(
            (row, n) -> {
              String number = Objects.requireNonNull(row.getString("number"));
              return new Waiting(
                  row.getLong("id"),
                  number.isEmpty() ? null : new PhoneNumber(number),
                  Objects.requireNonNull(row.getString("words")));
            })
        .optional();
  }

  /** What has become of it. */
  void settle(long id, TextState state, @Nullable TicketNumber ticket, Instant now) {
    jdbc.sql(
            "UPDATE incoming_text SET state = :state, ticket = :ticket, settled_at = :now"
                + " WHERE id = :id")
        .param("state", state.code())
        .param("ticket", ticket == null ? null : ticket.value())
        .param("now", Utc.column(now))
        .param("id", id)
        .update();
  }

  /** How many a number has sent since then. */
  int sent(PhoneNumber number, Instant since) {
    return jdbc.sql("SELECT COUNT(*) FROM incoming_text WHERE number = ? AND received_at > ?")
        .params(NumberKey.of(number), Utc.column(since))
        .query(Integer.class)
        .single();
  }

  /** The last ticket that a text of this number opened since then. */
  Optional<TicketNumber> opened(PhoneNumber number, Instant since) {
    return jdbc.sql(
            "SELECT ticket FROM incoming_text WHERE number = ? AND received_at > ?"
                + " AND state = 'ticket' ORDER BY id DESC LIMIT 1")
        .params(NumberKey.of(number), Utc.column(since))
        .query((row, n) -> new TicketNumber(row.getLong("ticket")))
        .optional();
  }

  /** Those that have waited since before, the longest first. */
  List<Long> waiting(Instant before, int most) {
    return jdbc.sql(
            "SELECT id FROM incoming_text WHERE state = 'waiting' AND received_at < :before"
                + " ORDER BY received_at, id LIMIT :most")
        .param("before", Utc.column(before))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** Removes what was received before then and waits no more; how many. */
  int remove(Instant before, int most) {
    return jdbc.sql(
            "DELETE FROM incoming_text WHERE state <> 'waiting' AND received_at < :before"
                + " ORDER BY received_at LIMIT :most")
        .param("before", Utc.column(before))
        .param("most", most)
        .update();
  }
}
