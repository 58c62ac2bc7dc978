package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.persistence.Transactions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The outbox in the database. */
@Component
class JdbcOutbox implements Outbox {
  private final OutboxRows rows;
  private final Transactions transactions;
  private final ApplicationEventPublisher events;

  JdbcOutbox(OutboxRows rows, Transactions transactions, ApplicationEventPublisher events) {
    this.rows = rows;
    this.transactions = transactions;
    this.events = events;
  }

  /** Something is to be sent; after the transaction the workers look at once. */
  record Told() {}

  @Override
  public boolean tell(Notice notice) {
    return transactions.run(
        () -> {
          boolean fresh = rows.add(notice);
          if (fresh) {
            events.publishEvent(new Told());
          }
          return fresh;
        });
  }
}
