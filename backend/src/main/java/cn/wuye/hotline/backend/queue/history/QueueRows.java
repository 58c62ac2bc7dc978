package cn.wuye.hotline.backend.queue.history;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.router.ami.BlindSpan;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the history of one node. What is there already stays: a write may be repeated. */
class QueueRows {
  private final JdbcTemplate template;
  private final Transactions transactions;
  private final String node;

  QueueRows(JdbcTemplate template, Transactions transactions, String node) {
    this.template = template;
    this.transactions = transactions;
    this.node = node;
  }

  /** All of them or none. */
  int save(List<QueueRecord> records) {
    List<Object[]> rows =
        records.stream()
            .map(
                record ->
                    new Object[] {
                      node,
                      Utc.column(record.at()),
                      record.kind(),
                      record.queue(),
                      record.call(),
                      record.device(),
                      record.lasted().toSeconds(),
                      record.detail()
                    })
            .toList();
    return transactions.run(
        () ->
            template.batchUpdate(
                    """
                    INSERT INTO queue_event (node, at, kind, queue_name, call_id, device, seconds, detail)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE id = id
                    """,
                    rows)
                .length);
  }

  int save(BlindSpan span) {
    return transactions.run(
        () ->
            template.update(
                """
                INSERT INTO queue_blind (node, from_at, to_at) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE to_at = to_at
                """,
                node,
                Utc.column(span.from()),
                Utc.column(span.to())));
  }
}
