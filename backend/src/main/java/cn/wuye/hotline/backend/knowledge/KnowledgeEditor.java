package cn.wuye.hotline.backend.knowledge;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Categories;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Writes articles. Who sees only some estates writes for those alone; what holds everywhere is
 * written by those who see everything. Nothing is deleted.
 */
@Component
public class KnowledgeEditor {
  /** Longest question, in characters. */
  public static final int MAX_TITLE = 120;

  /** Longest answer, in characters. */
  public static final int MAX_ANSWER = 2000;

  /** Longest list of further words, in characters. */
  public static final int MAX_WORDS = 500;

  /** So many estates at most; more are all. */
  public static final int MAX_ESTATES = 100;

  static final AuditAction CHANGED = new AuditAction("knowledge.changed");
  static final AuditAction ARCHIVED = new AuditAction("knowledge.archived");
  static final AuditAction RESTORED = new AuditAction("knowledge.restored");

  private final ArticleRows rows;
  private final KnownArticles known;
  private final Estates estates;
  private final Categories categories;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  KnowledgeEditor(
      ArticleRows rows,
      KnownArticles known,
      Estates estates,
      Categories categories,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.rows = rows;
    this.known = known;
    this.estates = estates;
    this.categories = categories;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How a wish to write ended.
   *
   * @param id of what was written; 0 when nothing was
   * @param wrong field to what is wrong with it: {@code required, too-long, unknown, own} (only
   *     estates of one's own), {@code taken, stale, before-from, full} ({@link KnowledgeBase#MOST}
   *     are in use)
   */
  public record Saved(long id, Map<String, String> wrong) {
    static Saved not(String field, String why) {
      return new Saved(0, Map.of(field, why));
    }
  }

  /** Adds an article. */
  public Saved add(Entry entry, EstateScope scope, String by) {
    Map<String, String> wrong = check(entry, scope);
    if (!wrong.isEmpty()) {
      return new Saved(0, wrong);
    }
    return written(
        () -> {
          if (rows.inUse() >= KnowledgeBase.MOST) {
            return Saved.not("title", "full");
          }
          long id = rows.add(entry, by, Utc.now(clock));
          record(CHANGED, id, 0, entry, by);
          return new Saved(id, Map.of());
        });
  }

  /**
   * Changes what an article says.
   *
   * @param version that was seen
   */
  public Saved change(long id, long version, Entry entry, EstateScope scope, String by) {
    Map<String, String> wrong = check(entry, scope);
    if (!wrong.isEmpty()) {
      return new Saved(0, wrong);
    }
    return written(
        () ->
            rows.find(id)
                .filter(now -> now.entry().writtenBy(scope) && now.version() == version)
                .map(now -> next(now, entry, now.archived(), CHANGED, by))
                .orElseGet(() -> Saved.not("version", "stale")));
  }

  /**
   * Takes an article out of use, or into use again.
   *
   * @param version that was seen
   */
  public Saved archive(long id, long version, boolean archived, EstateScope scope, String by) {
    return written(
        () -> {
          if (!archived && rows.inUse() >= KnowledgeBase.MOST) {
            return Saved.not("title", "full");
          }
          return rows.find(id)
              .filter(now -> now.entry().writtenBy(scope) && now.version() == version)
              .map(now -> next(now, now.entry(), archived, archived ? ARCHIVED : RESTORED, by))
              .orElseGet(() -> Saved.not("version", "stale"));
        });
  }

  private Saved next(Article now, Entry entry, boolean archived, AuditAction action, String by) {
    if (!rows.change(new Article(now.id(), now.version(), entry, archived, by, Utc.now(clock)))) {
      return Saved.not("version", "stale");
    }
    record(action, now.id(), now.version() + 1, entry, by);
    return new Saved(now.id(), Map.of());
  }

  private Saved written(Supplier<Saved> work) {
    try {
      return transactions.run(work);
    } catch (DuplicateKeyException taken) {
      return Saved.not("title", "taken");
    } finally {
      known.forget();
    }
  }

  private Map<String, String> check(Entry entry, EstateScope scope) {
    Map<String, String> wrong = new LinkedHashMap<>();
    text("title", entry.title(), MAX_TITLE, wrong);
    text("answer", entry.answer(), MAX_ANSWER, wrong);
    if (Text.length(entry.words()) > MAX_WORDS) {
      wrong.put("words", "too-long");
    }
    if (!categoryKnown(entry)) {
      wrong.put("category", "unknown");
    }
    if (entry.estates().size() > MAX_ESTATES) {
      wrong.put("estates", "too-long");
    } else if (entry.general() && !scope.all()) {
      wrong.put("estates", "own");
    } else if (!entry.estates().stream().allMatch(id -> there(id, scope))) {
      wrong.put("estates", "unknown");
    }
    LocalDate from = entry.validFrom();
    LocalDate until = entry.validUntil();
    if (from != null && until != null && until.isBefore(from)) {
      wrong.put("validUntil", "before-from");
    }
    return wrong;
  }

  private boolean there(EstateId estate, EstateScope scope) {
    return scope.sees(estate) && estates.existsById(estate);
  }

  private boolean categoryKnown(Entry entry) {
    if (entry.category().isEmpty()) {
      return entry.subcategory().isEmpty();
    }
    return categories
        .find(entry.category())
        .filter(
            found ->
                entry.subcategory().isEmpty() || found.subcategory(entry.subcategory()).isPresent())
        .isPresent();
  }

  private static void text(String field, String value, int most, Map<String, String> wrong) {
    if (value.isBlank()) {
      wrong.put(field, "required");
    } else if (Text.length(value) > most) {
      wrong.put(field, "too-long");
    }
  }

  /** The texts themselves are kept as versions. */
  private void record(AuditAction action, long id, long version, Entry entry, String by) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("version", version);
    details.put("title", entry.title());
    details.put("estates", entry.ids());
    details.put("validFrom", Objects.toString(entry.validFrom(), ""));
    details.put("validUntil", Objects.toString(entry.validUntil(), ""));
    audit.record(Audit.user(by), action, "knowledge:" + id, details);
  }
}
