package cn.wuye.hotline.backend.call;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Callers' words that the machine misheard, put right by staff. Both texts are kept. */
@Component
public class Corrections {
  /** The most that words that are to be corrected, and what was said instead, may be long. */
  public static final int LONGEST = 500;

  private static final AuditAction CORRECTED = new AuditAction("transcript.corrected");
  private static final AuditAction UNDONE = new AuditAction("transcript.correction-undone");

  private final JdbcClient jdbc;
  private final CallTurns turns;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  Corrections(
      JdbcClient jdbc, CallTurns turns, Transactions transactions, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.turns = turns;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether somebody may say that it was misheard: the caller's words, none too long. */
  public static boolean possible(Turn turn) {
    return turn.who() == Turn.Who.CALLER
        && turn.kind() == Turn.Kind.WORDS
        && !turn.text().isBlank()
        && turn.text().length() <= LONGEST;
  }

  /**
   * Says what was said, in place of what was said about the turn before; audited. Without words, or
   * with those that were heard, the turn counts as heard right.
   *
   * @param seen the words that were heard, as whoever corrects them has seen them
   * @param dialect code; empty string when not known
   * @param said 0–{@value #LONGEST} characters
   * @return false when there is no such turn, nothing in it to correct, or other words by now
   * @throws IllegalArgumentException when it is longer
   */
  public boolean correct(
      CallId call, int position, String seen, String dialect, String said, String login) {
    if (said.length() > LONGEST) {
      throw new IllegalArgumentException("longer than " + LONGEST + " characters");
    }
    return transactions.run(
        () -> {
          List<Turn> all = turns.of(call);
          if (position < 0 || position >= all.size() || !possible(all.get(position))) {
            return false;
          }
          String heard = all.get(position).text();
          if (!heard.strip().equals(seen.strip())) {
            return false;
          }
          boolean right = said.isBlank() || said.strip().equals(heard.strip());
          if (right) {
            remove(call, position);
          } else {
            keep(call, position, dialect, heard, said.strip(), login);
          }
          audit.record(
              Audit.user(login),
              right ? UNDONE : CORRECTED,
              "call:" + call.value(),
              Map.of("turn", position));
          return true;
        });
  }

  /** The corrections of a call, by their turns. */
  public List<Correction> of(CallId call) {
    return jdbc.sql("SELECT * FROM turn_correction WHERE call_id = ? ORDER BY position")
        .param(call.value())
        .query(Corrections::correction)
        .list();
  }

  /** The newest of all calls whose turn still has the words that were corrected, newest first. */
  public List<Correction> newest(int most) {
    return jdbc.sql(
            "SELECT c.* FROM turn_correction c JOIN call_turn t ON t.call_id = c.call_id"
                + " AND t.position = c.position AND BINARY t.text = BINARY c.heard"
                + " ORDER BY c.corrected_at DESC LIMIT ?")
        .param(most)
        .query(Corrections::correction)
        .list();
  }

  private void keep(
      CallId call, int position, String dialect, String heard, String said, String login) {
    jdbc.sql(
            "INSERT INTO turn_correction (call_id, position, dialect, heard, said, corrected_by,"
                + " corrected_at) VALUES (:call, :position, :dialect, :heard, :said, :by, :now)"
                + " ON DUPLICATE KEY UPDATE dialect = :dialect, heard = :heard, said = :said,"
                + " corrected_by = :by, corrected_at = :now")
        .param("call", call.value())
        .param("position", position)
        .param("dialect", dialect)
        .param("heard", heard)
        .param("said", said)
        .param("by", login)
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  private void remove(CallId call, int position) {
    jdbc.sql("DELETE FROM turn_correction WHERE call_id = ? AND position = ?")
        .params(call.value(), position)
        .update();
  }

  private static Correction correction(ResultSet row, int n) throws SQLException {
    return new Correction(
        new CallId(row.getString("call_id")),
        row.getInt("position"),
        row.getString("dialect"),
        row.getString("heard"),
        row.getString("said"),
        row.getString("corrected_by"),
        Utc.instant(row, "corrected_at"));
  }
}
