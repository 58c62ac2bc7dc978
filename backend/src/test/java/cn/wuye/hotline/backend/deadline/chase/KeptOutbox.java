package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what was told by transactions that were committed. */
class KeptOutbox implements Outbox {
  private final List<Notice> told = new CopyOnWriteArrayList<>();
  private volatile String refused = "";

  @Override
  public boolean tell(Notice notice) {
    if (notice.to().equals(new Addressee.Staff(refused))) {
      throw new IllegalStateException("nothing can be told to " + refused);
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            told.add(notice);
          }
        });
    return true;
  }

  @Override
  public boolean write(Notice notice) {
    return tell(notice);
  }

  @Override
  public void withdraw(String once) {
    throw new UnsupportedOperationException("chasing takes nothing back");
  }

  /** From now on nothing can be told to this login; empty string for nobody. */
  void refuse(String login) {
    refused = login;
  }

  /** What somebody was told, in order. */
  List<Notice> to(String login) {
    return told.stream().filter(n -> n.to().equals(new Addressee.Staff(login))).toList();
  }

  /** The same, by event. */
  List<String> eventsTo(String login) {
    return to(login).stream().map(Notice::event).toList();
  }
}
