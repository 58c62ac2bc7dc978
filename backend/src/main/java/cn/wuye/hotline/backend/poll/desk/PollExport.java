package cn.wuye.hotline.backend.poll.desk;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.poll.desk.PollResults.Line;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Takes the answers of a poll away, without names and numbers; audited. */
@Component
public class PollExport {
  private final PollResults results;
  private final Transactions transactions;
  private final Audit audit;

  PollExport(PollResults results, Transactions transactions, Audit audit) {
    this.results = results;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** All lines of who was drawn, of the estates that are seen. */
  public List<Line> lines(Poll poll, SignedInUser me) {
    if (!me.takesDataAway()) {
      throw new AccessDeniedException("takes no data away");
    }
    return transactions.run(
        () -> {
          List<Line> lines = results.lines(poll.id(), me.scope());
          audit.record(
              Audit.user(me.getUsername()),
              AuditAction.EXPORTED,
              "poll:" + poll.id(),
              Map.of("lines", lines.size()));
          return lines;
        });
  }
}
