package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The work list: who checks quality sees and scores all of her estates, everybody else sees what
 * was scored of her own work and may dispute it once.
 */
@Component
public class QualityDesk {
  /** The most that one list holds. */
  public static final int PAGE = 100;

  private static final AuditAction SCORED = new AuditAction("quality.scored");
  private static final AuditAction DISPUTED = new AuditAction("quality.disputed");
  private static final AuditAction ANSWERED = new AuditAction("quality.answered");

  private final ItemRows items;
  private final SheetRows sheets;
  private final CriteriaBook book;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  QualityDesk(
      ItemRows items,
      SheetRows sheets,
      CriteriaBook book,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.items = items;
    this.sheets = sheets;
    this.book = book;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is looked for.
   *
   * @param state null: any
   * @param agent login; empty string: anybody
   * @param low whether only those with a low score
   * @param after id of the last one of the list before; 0 at first
   */
  public record Query(@Nullable ItemState state, String agent, boolean low, long after) {}

  /** Those that may be seen, as they were added, at most {@value #PAGE}. */
  public List<QualityItem> list(Query query, SignedInUser me) {
    StringBuilder condition = new StringBuilder("i.id > :after");
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("after", query.after());
    if (query.state() != null) {
      condition.append(" AND i.state = :state");
      parameters.put("state", query.state().code());
    }
    if (query.low()) {
      condition.append(" AND i.low");
    }
    String agent = me.checksQuality() ? query.agent() : me.getUsername();
    if (!agent.isEmpty()) {
      condition.append(" AND i.agent = :agent");
      parameters.put("agent", agent);
    }
    if (!me.checksQuality()) {
      condition.append(" AND i.state <> 'open'");
    }
    return items.where(condition.toString(), parameters, me.scope(), PAGE);
  }

  /** The item; empty when it is not there for who asks. */
  public Optional<QualityItem> find(long id, SignedInUser me) {
    return items
        .find(id, me.scope())
        .filter(item -> me.checksQuality() || (judged(item, me) && item.state() != ItemState.OPEN));
  }

  /** Its sheets, the first first. The item itself must be visible to who asks. */
  public List<Sheet> sheets(QualityItem item) {
    return sheets.of(item.id());
  }

  /** Its dispute. The item itself must be visible to who asks. */
  public Optional<Dispute> dispute(QualityItem item) {
    return sheets.disputeOf(item.id());
  }

  /** Whether she may score it now. */
  public boolean mayScore(QualityItem item, SignedInUser me) {
    return item.state() == ItemState.OPEN && me.checksQuality() && !judged(item, me);
  }

  /** Whether she may dispute it now. */
  public boolean mayDispute(QualityItem item, SignedInUser me) {
    return item.state() == ItemState.SCORED && judged(item, me);
  }

  /** Whether she may answer its dispute now. */
  public boolean mayAnswer(QualityItem item, SignedInUser me) {
    return item.state() == ItemState.DISPUTED
        && me.checksQuality()
        && !judged(item, me)
        && !item.scoredBy().equals(me.getUsername());
  }

  /** Writes the first sheet; audited. */
  public Checked score(long id, Filled filled, SignedInUser me) {
    requireChecks(me);
    Optional<QualityItem> item = find(id, me);
    if (item.isEmpty()) {
      return Checked.UNKNOWN;
    }
    if (judged(item.get(), me)) {
      return Checked.OWN;
    }
    Checked wrong = wrong(filled);
    if (wrong != Checked.DONE) {
      return wrong;
    }
    int score = scoreOf(filled);
    return transactions.run(
        () -> {
          Instant now = Utc.now(clock);
          if (!items.scored(id, score, me.getUsername(), now)) {
            return Checked.LATE;
          }
          sheets.add(id, 1, filled, score, me.getUsername(), now);
          record(SCORED, item.get(), me, Map.of("score", score));
          return Checked.DONE;
        });
  }

  /**
   * Who is judged does not agree; audited.
   *
   * @param words why, 1–{@value Filled#MAX_WORDS} characters
   */
  public Checked dispute(long id, String words, SignedInUser me) {
    Optional<QualityItem> item = find(id, me).filter(found -> judged(found, me));
    if (item.isEmpty()) {
      return Checked.UNKNOWN;
    }
    if (badWords(words)) {
      return Checked.WORDS;
    }
    return transactions.run(
        () -> {
          if (!items.move(id, ItemState.SCORED, ItemState.DISPUTED)) {
            return Checked.LATE;
          }
          sheets.dispute(id, words.strip(), me.getUsername(), Utc.now(clock));
          record(DISPUTED, item.get(), me, Map.of());
          return Checked.DONE;
        });
  }

  /**
   * Answers a dispute, once; audited. Not who is judged, and not who has judged her.
   *
   * @param words why, 1–{@value Filled#MAX_WORDS} characters
   * @param changed the sheet that counts from now on; null keeps the score
   */
  public Checked answer(long id, String words, @Nullable Filled changed, SignedInUser me) {
    requireChecks(me);
    Optional<QualityItem> item = find(id, me);
    if (item.isEmpty()) {
      return Checked.UNKNOWN;
    }
    if (judged(item.get(), me)) {
      return Checked.OWN;
    }
    if (item.get().scoredBy().equals(me.getUsername())) {
      return Checked.SAME_PERSON;
    }
    if (badWords(words)) {
      return Checked.WORDS;
    }
    Checked wrong = changed == null ? Checked.DONE : wrong(changed);
    if (wrong != Checked.DONE) {
      return wrong;
    }
    return transactions.run(
        () -> {
          if (!items.move(id, ItemState.DISPUTED, ItemState.ANSWERED)) {
            return Checked.LATE;
          }
          Instant now = Utc.now(clock);
          if (changed != null) {
            int score = scoreOf(changed);
            sheets.add(id, 2, changed, score, me.getUsername(), now);
            items.changed(id, score);
          }
          sheets.answer(id, changed != null, words.strip(), me.getUsername(), now);
          record(ANSWERED, item.get(), me, Map.of("changed", changed != null));
          return Checked.DONE;
        });
  }

  private Checked wrong(Filled filled) {
    boolean fits = book.of(filled.criteria()).filter(all -> all.fits(filled.points())).isPresent();
    if (!fits) {
      return Checked.MARKS;
    }
    boolean tooLong =
        Text.length(filled.remark().strip()) > Filled.MAX_WORDS
            || filled.marks().stream()
                .anyMatch(mark -> Text.length(mark.remark().strip()) > Mark.MAX_REMARK);
    return tooLong ? Checked.WORDS : Checked.DONE;
  }

  private int scoreOf(Filled filled) {
    return book.of(filled.criteria()).orElseThrow().score(filled.points());
  }

  private void record(AuditAction action, QualityItem item, SignedInUser me, Map<String, ?> more) {
    Map<String, Object> details = new HashMap<>(more);
    details.put("ticket", item.ticket().toString());
    details.put("agent", item.agent());
    audit.record(Audit.user(me.getUsername()), action, "quality:" + item.id(), details);
  }

  private static boolean badWords(String words) {
    return words.isBlank() || Text.length(words.strip()) > Filled.MAX_WORDS;
  }

  private static boolean judged(QualityItem item, SignedInUser me) {
    return item.agent().equals(me.getUsername());
  }

  private static void requireChecks(SignedInUser me) {
    if (!me.checksQuality()) {
      throw new AccessDeniedException("does not check quality");
    }
  }
}
