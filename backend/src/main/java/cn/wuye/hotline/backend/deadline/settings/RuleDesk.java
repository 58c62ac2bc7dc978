package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.RuleChanges;
import cn.wuye.hotline.backend.deadline.rule.RuleChanges.Change;
import cn.wuye.hotline.backend.deadline.rule.RuleDraft;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.store.BookRows;
import cn.wuye.hotline.backend.deadline.store.DeadlineBooks;
import cn.wuye.hotline.backend.deadline.store.RuleVersion;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Where deadline rules are read and changed. A rule for an estate belongs to the administrators of
 * that estate, every other one to those of the whole company; a rule for a foreign estate does not
 * exist for the asker.
 */
@Component
public class RuleDesk {
  private static final Logger log = LoggerFactory.getLogger(RuleDesk.class);
  private static final String NEW = "rule-";

  private static final Comparator<RuleVersion> STRONGEST_FIRST =
      Comparator.comparing((RuleVersion version) -> version.rule().off())
          .thenComparing(version -> -version.rule().conditions().specificity())
          .thenComparing(version -> version.rule().order())
          .thenComparing(version -> version.rule().ref().id());

  private final DeadlineBooks books;
  private final BookRows rows;
  private final RuleCheck check;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  RuleDesk(
      DeadlineBooks books,
      BookRows rows,
      RuleCheck check,
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

  /** The newest version of each rule, strongest first, those that are switched off at the end. */
  public List<RuleVersion> all(EstateScope scope) {
    return newest(books.current().rules()).values().stream()
        .filter(version -> sees(scope, version))
        .sorted(STRONGEST_FIRST)
        .toList();
  }

  /** The newest version of a rule. */
  public Optional<RuleVersion> find(String id, EstateScope scope) {
    return Optional.ofNullable(newest(books.current().rules()).get(id))
        .filter(version -> sees(scope, version));
  }

  /** All versions of a rule that are there for the asker, the newest first. */
  public List<RuleVersion> history(String id, EstateScope scope) {
    return find(id, scope).isEmpty()
        ? List.of()
        : books.current().rules().stream()
            .filter(version -> version.rule().ref().id().equals(id) && sees(scope, version))
            .sorted(Comparator.comparing(version -> -version.rule().ref().version()))
            .toList();
  }

  /** The same of each rule that is there for the asker. */
  public List<List<RuleVersion>> histories(EstateScope scope) {
    List<RuleVersion> all = books.current().rules();
    Map<String, RuleVersion> newest = newest(all);
    Map<String, List<RuleVersion>> histories = new TreeMap<>();
    for (RuleVersion version : all) {
      String id = version.rule().ref().id();
      RuleVersion now = newest.get(id);
      if (now != null && sees(scope, now) && sees(scope, version)) {
        histories.computeIfAbsent(id, rule -> new ArrayList<>()).add(0, version);
      }
    }
    return List.copyOf(histories.values());
  }

  /** Whether somebody may change a rule with these conditions. */
  public static boolean edits(SignedInUser me, @Nullable EstateId estate) {
    return estate == null ? me.administersAll() : me.administers() && me.scope().sees(estate);
  }

  /**
   * Makes the next version of a rule, or the first one of a new rule. It holds for tickets that
   * begin from now on.
   *
   * @param id empty for a new rule
   * @param seen the version that its writer had before her; 0 for a new rule
   * @param note why, may be empty
   * @return what is wrong, by field; {@code version} when somebody was faster; empty when it is
   *     done
   */
  public Map<String, Wrong> save(
      String id, int seen, RuleDraft draft, String note, SignedInUser me) {
    Optional<RuleVersion> before = find(id, me.scope());
    if (before.isEmpty() && !id.isEmpty()) {
      return Map.of("version", Wrong.of("rules.error.gone"));
    }
    boolean allowed =
        before
            .map(version -> edits(me, version.rule().conditions().estate()))
            .orElse(me.administers());
    if (!allowed) {
      throw new AccessDeniedException("changes no rules of the company");
    }
    if (draft.conditions().estate() == null && !me.administersAll()) {
      return Map.of("estate", Wrong.of("rules.error.estateNeeded"));
    }
    Map<String, Wrong> wrong = check.of(draft, note, before, me.scope());
    if (!wrong.isEmpty()) {
      return wrong;
    }
    try {
      return transactions.run(() -> keep(id, seen, draft, note.strip(), me));
    } catch (DuplicateKeyException faster) {
      return stale();
    }
  }

  /** Switches a rule off, or on again, as its newest version says otherwise. */
  public Map<String, Wrong> switchOff(
      String id, int seen, boolean off, String note, SignedInUser me) {
    Optional<RuleVersion> before = find(id, me.scope());
    if (before.isEmpty()) {
      return Map.of("version", Wrong.of("rules.error.gone"));
    }
    RuleVersion now = before.get();
    return save(id, seen, RuleDraft.of(now.rule(), now.name()).switchedOff(off), note, me);
  }

  private Map<String, Wrong> keep(
      String id, int seen, RuleDraft draft, String note, SignedInUser me) {
    rows.changing();
    List<RuleVersion> all = rows.rules();
    RuleVersion before = newest(all).get(id);
    int version = before == null ? 0 : before.rule().ref().version();
    if (version != seen) {
      return stale();
    }
    Map<String, Wrong> wrong = check.amongOthers(id, draft, all);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    List<Change> changes =
        before == null
            ? List.of()
            : RuleChanges.between(RuleDraft.of(before.rule(), before.name()), draft);
    if (before != null && changes.isEmpty()) {
      return Map.of("version", Wrong.of("rules.error.unchanged"));
    }
    Instant now = Utc.now(clock);
    // The clocks of two nodes differ; versions begin in their order all the same.
    Instant from =
        before == null || now.isAfter(before.rule().validFrom()) ? now : before.rule().validFrom();
    RuleRef ref = new RuleRef(id.isEmpty() ? free(all) : id, version + 1);
    DeadlineRule rule =
        new DeadlineRule(
            ref,
            from,
            draft.off(),
            draft.order(),
            draft.conditions(),
            draft.warnings(),
            draft.pauses(),
            draft.targets());
    rows.insert(
        new RuleVersion(rule, Audit.user(me.getUsername()), now, note, draft.name().strip()));
    audit.record(
        Audit.user(me.getUsername()),
        AuditAction.SETTING_CHANGED,
        "deadline-rule:" + ref.id(),
        details(rule, note, changes));
    log.info("deadline rule {} written by {}", ref, me);
    return Map.of();
  }

  private static Map<String, Object> details(DeadlineRule rule, String note, List<Change> changes) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("version", rule.ref().version());
    if (!note.isEmpty()) {
      details.put("note", note);
    }
    changes.forEach(change -> details.put(change.name(), change.codes()));
    return details;
  }

  private static String free(List<RuleVersion> all) {
    int highest = 0;
    for (RuleVersion version : all) {
      String id = version.rule().ref().id();
      if (id.matches(NEW + "[0-9]{1,9}")) {
        highest = Math.max(highest, Integer.parseInt(id.substring(NEW.length())));
      }
    }
    return NEW + (highest + 1);
  }

  private static Map<String, Wrong> stale() {
    return Map.of("version", Wrong.of("rules.error.stale"));
  }

  private static boolean sees(EstateScope scope, RuleVersion version) {
    EstateId estate = version.rule().conditions().estate();
    return estate == null || scope.sees(estate);
  }

  private static Map<String, RuleVersion> newest(List<RuleVersion> all) {
    Map<String, RuleVersion> newest = new HashMap<>();
    for (RuleVersion version : all) {
      newest.merge(
          version.rule().ref().id(),
          version,
          (a, b) -> a.rule().ref().version() > b.rule().ref().version() ? a : b);
    }
    return newest;
  }
}
