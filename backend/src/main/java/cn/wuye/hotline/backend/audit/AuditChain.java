package cn.wuye.hotline.backend.audit;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * This node's chain. The row of its end is locked for the rest of the transaction, so that the
 * chain has no gap and no fork; other nodes have rows of their own.
 */
@Component
class AuditChain implements Audit {
  /** Every so many entries hold where the other nodes' chains end. */
  static final int ANCHOR_EVERY = 20;

  private static final Logger log = LoggerFactory.getLogger(AuditChain.class);
  // 4000 characters of the column, at about 110 each.
  private static final int MOST_ANCHORS = 30;
  private static final int LONGEST_ACTOR = 80;
  private static final int LONGEST_SUBJECT = 120;
  private static final int LONGEST_DETAILS = 4000;

  private final String node;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Transactions transactions;
  private final Clock clock;

  @Autowired
  AuditChain(
      HotlineProperties node,
      JdbcClient jdbc,
      JsonMapper json,
      Transactions transactions,
      Clock clock) {
    this(node.nodeId(), jdbc, json, transactions, clock);
  }

  AuditChain(
      String node, JdbcClient jdbc, JsonMapper json, Transactions transactions, Clock clock) {
    this.node = node;
    this.jdbc = jdbc;
    this.json = json;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void record(String actor, AuditAction action, String subject, Map<String, ?> details) {
    String written = json.writeValueAsString(details);
    if (Text.length(written) > LONGEST_DETAILS) {
      throw new IllegalArgumentException(
          action + ": details have at most " + LONGEST_DETAILS + " characters as JSON");
    }
    transactions.run(
        () -> {
          Anchor end = lockedEnd();
          long sequence = end.sequence() + 1;
          append(
              new AuditEntry(
                      node,
                      sequence,
                      Utc.now(clock),
                      Text.fitted(actor, LONGEST_ACTOR),
                      action.code(),
                      Text.fitted(subject, LONGEST_SUBJECT),
                      written,
                      sequence % ANCHOR_EVERY == 0 ? Anchor.lines(others()) : "",
                      end.hash(),
                      "")
                  .sealed());
          return sequence;
        });
  }

  private Anchor lockedEnd() {
    // A plain look first: an INSERT that finds the row would lock it in another way than FOR
    // UPDATE.
    if (jdbc.sql("SELECT COUNT(*) FROM audit_chain WHERE node = ?")
            .param(node)
            .query(Long.class)
            .single()
        == 0) {
      jdbc.sql("INSERT IGNORE INTO audit_chain (node, sequence, hash) VALUES (?, 0, ?)")
          .params(node, AuditEntry.NOTHING)
          .update();
    }
    return jdbc.sql("SELECT node, sequence, hash FROM audit_chain WHERE node = ? FOR UPDATE")
        .param(node)
        .query((row, n) -> new Anchor(node, row.getLong("sequence"), row.getString("hash")))
        .single();
  }

  private void append(AuditEntry entry) {
    jdbc.sql(
            "INSERT INTO audit_entry (node, sequence, happened_at, actor, action, subject, details,"
                + " anchors, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            entry.node(),
            entry.sequence(),
            Utc.column(entry.at()),
            entry.actor(),
            entry.action(),
            entry.subject(),
            entry.details(),
            entry.anchors(),
            entry.previousHash(),
            entry.hash())
        .update();
    jdbc.sql("UPDATE audit_chain SET sequence = ?, hash = ? WHERE node = ?")
        .params(entry.sequence(), entry.hash(), node)
        .update();
    if (entry.sequence() % ANCHOR_EVERY == 0) {
      // A copy outside the database, too.
      log.info("audit: entry {} of {} has the hash {}", entry.sequence(), node, entry.hash());
    }
  }

  private List<Anchor> others() {
    return jdbc.sql(
            "SELECT node, sequence, hash FROM audit_chain WHERE node <> ? AND sequence > 0"
                + " ORDER BY node LIMIT ?")
        .params(node, MOST_ANCHORS)
        .query(
            (row, n) ->
                new Anchor(row.getString("node"), row.getLong("sequence"), row.getString("hash")))
        .list();
  }
}
