package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Transactions;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Joins tickets to those that carry on, when all are there: the one that carries on may stand below
 * the one that does not.
 */
@Component
class DuplicateLinks {
  private final Stage stage;
  private final ImportLock lock;
  private final Transactions transactions;
  private final JdbcTemplate template;

  DuplicateLinks(Stage stage, ImportLock lock, Transactions transactions, JdbcTemplate template) {
    this.stage = stage;
    this.lock = lock;
    this.transactions = transactions;
    this.template = template;
  }

  void link(ImportRun run) {
    int after = Sheet.TICKETS.position(0);
    for (List<StagedRow> rows = stage.duplicates(run.id(), after, Chunks.SIZE);
        !rows.isEmpty();
        rows = stage.duplicates(run.id(), after, Chunks.SIZE)) {
      after = rows.get(rows.size() - 1).position();
      List<StagedRow> chunk = rows;
      transactions.run(
          () -> {
            lock.renew();
            Writes writes = new Writes(template);
            for (StagedRow row : chunk) {
              String source = row.cell("source").isEmpty() ? run.source() : row.cell("source");
              writes.later(
                  "UPDATE ticket t JOIN ticket s ON s.origin_key = ?"
                      + " SET t.version = t.version + 1, t.duplicate_of = s.number"
                      + " WHERE t.origin_key = ? AND t.number <> s.number"
                      + " AND NOT (t.duplicate_of <=> s.number)",
                  OldTicket.origin(source, row.cell("duplicate-of")),
                  OldTicket.origin(source, row.cell("number")));
            }
            writes.flush();
            return true;
          });
    }
  }
}
