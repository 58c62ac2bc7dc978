package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.deadline.escalation.Ladder;
import cn.wuye.hotline.backend.deadline.escalation.LadderChanges;
import cn.wuye.hotline.backend.deadline.escalation.LadderChanges.Change;
import cn.wuye.hotline.backend.deadline.store.BookRows;
import cn.wuye.hotline.backend.deadline.store.DeadlineBooks;
import cn.wuye.hotline.backend.deadline.store.LadderVersion;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Where the ladder of escalation is read and changed. It is the company's: administrators of some
 * estates only read it.
 */
@Component
public class LadderDesk {
  private static final Logger log = LoggerFactory.getLogger(LadderDesk.class);

  private final DeadlineBooks books;
  private final BookRows rows;
  private final LadderCheck check;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  LadderDesk(
      DeadlineBooks books,
      BookRows rows,
      LadderCheck check,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.books = books;
    this.rows = rows;
    this.check = check;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** The newest version. */
  public LadderVersion current() {
    return history().get(0);
  }

  /** All versions, the newest first; at least one. */
  public List<LadderVersion> history() {
    return newestFirst(books.current().ladders());
  }

  /**
   * Makes the next version. It holds for tickets that are opened or re-opened from now on.
   *
   * @param seen the version that its writer had before her
   * @param note why, may be empty
   * @return what is wrong, by field; {@code version} when somebody was faster; empty when it is
   *     done
   */
  public Map<String, Wrong> save(int seen, LadderDraft draft, String note, SignedInUser me) {
    if (!me.administersAll()) {
      throw new AccessDeniedException("changes no ladder of the company");
    }
    Map<String, Wrong> wrong = check.of(draft, note);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    try {
      return transactions.run(() -> keep(seen, draft.ladder(), note.strip(), me));
    } catch (DuplicateKeyException faster) {
      return stale();
    }
  }

  private Map<String, Wrong> keep(int seen, Ladder ladder, String note, SignedInUser me) {
    rows.changing();
    List<LadderVersion> all = newestFirst(rows.ladders());
    // Nothing is there before a node has entered what is shipped.
    if (all.isEmpty() || all.get(0).version() != seen) {
      return stale();
    }
    LadderVersion before = all.get(0);
    List<Change> changes = LadderChanges.between(before.ladder(), ladder);
    if (changes.isEmpty()) {
      return Map.of("version", Wrong.of("rules.error.unchanged"));
    }
    Instant now = Utc.now(clock);
    // The clocks of two nodes differ; versions begin in their order all the same.
    Instant from = now.isAfter(before.validFrom()) ? now : before.validFrom();
    String by = Audit.user(me.getUsername());
    rows.insert(new LadderVersion(seen + 1, from, ladder, by, now, note));
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("version", seen + 1);
    if (!note.isEmpty()) {
      details.put("note", note);
    }
    changes.forEach(change -> details.put(change.name(), change.codes()));
    audit.record(by, AuditAction.SETTING_CHANGED, "escalation-ladder", details);
    log.info("escalation ladder version {} written by {}", seen + 1, me);
    return Map.of();
  }

  private static List<LadderVersion> newestFirst(List<LadderVersion> all) {
    return all.stream().sorted(Comparator.comparing(each -> -each.version())).toList();
  }

  private static Map<String, Wrong> stale() {
    return Map.of("version", Wrong.of("rules.error.stale"));
  }
}
