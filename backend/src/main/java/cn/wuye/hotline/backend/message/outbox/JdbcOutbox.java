package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.message.voice.VoiceProperties;
import cn.wuye.hotline.backend.persistence.Transactions;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The outbox in the database. */
@Component
class JdbcOutbox implements Outbox {
  private final OutboxRows rows;
  private final VoiceProperties voice;
  private final Transactions transactions;
  private final ApplicationEventPublisher events;

  JdbcOutbox(
      OutboxRows rows,
      VoiceProperties voice,
      Transactions transactions,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.voice = voice;
    this.transactions = transactions;
    this.events = events;
  }

  /** Something is to be sent; after the transaction the workers look at once. */
  record Told() {}

  /** Staff are phoned in emergencies, and have it in writing as well. */
  private boolean phoned(Notice notice) {
    return voice.enabled() && notice.emergency() && notice.to() instanceof Addressee.Staff;
  }

  @Override
  public boolean tell(Notice notice) {
    return put(notice, phoned(notice));
  }

  @Override
  public boolean write(Notice notice) {
    return put(notice, false);
  }

  @Override
  public void withdraw(String once) {
    rows.withdraw(List.of(once));
  }

  @Override
  public void withdraw(List<String> onces) {
    rows.withdraw(onces);
  }

  private boolean put(Notice notice, boolean called) {
    return transactions.run(
        () -> {
          boolean fresh = rows.add(notice);
          if (fresh) {
            if (called) {
              rows.addCall(notice, notice.once());
            }
            events.publishEvent(new Told());
          }
          return fresh;
        });
  }

  @Override
  public void tell(List<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    transactions.run(
        () -> {
          rows.add(notices, notices.stream().filter(this::phoned).toList());
          events.publishEvent(new Told());
          return notices;
        });
  }
}
