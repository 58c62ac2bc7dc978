package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.Finding;
import cn.wuye.hotline.ivr.wording.SettingsCheck;
import cn.wuye.hotline.ivr.wording.Wording;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/**
 * Where the company's wording is edited: every save is a new version, one of them is the draft, one
 * is live. For administrators of the whole company.
 */
public class WordingDesk {
  private static final Logger LOG = LoggerFactory.getLogger(WordingDesk.class);
  private static final int LONGEST_NOTE = 200;
  private static final int LARGEST_CONTENT = 1024 * 1024;

  private final VersionStore store;
  private final WordingReview review;
  private final WordingAudio audio;
  private final WordingRefresh refresh;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;
  private volatile Checked checked = new Checked(DialogSettings.SHIPPED, List.of());

  WordingDesk(
      VersionStore store,
      WordingReview review,
      WordingAudio audio,
      WordingRefresh refresh,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.review = review;
    this.audio = audio;
    this.refresh = refresh;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What an editor works on.
   *
   * @param number of the draft, or of the live version where there is no draft
   * @param draft whether there is a draft
   */
  public record Work(long number, boolean draft, long live, DialogSettings settings) {}

  /** The draft, or the live version where there is none. */
  public Work work() {
    long live = store.live();
    Optional<DialogVersion> draft = store.draft();
    long number = draft.map(DialogVersion::number).orElse(live);
    return new Work(number, draft.isPresent(), live, settings(number));
  }

  /**
   * The document of a version.
   *
   * @throws IllegalArgumentException when there is none
   */
  public DialogSettings settings(long number) {
    return store
        .settings(number)
        .orElseThrow(() -> new IllegalArgumentException("no version " + number));
  }

  /** The newest versions, the newest first. */
  public List<DialogVersion> history() {
    return store.newest(60);
  }

  public Optional<DialogVersion> find(long number) {
    return store.find(number);
  }

  /** The last changes of the live version, the newest first. */
  public List<Switch> switches() {
    return store.switches(20);
  }

  /** What is wrong with settings, or worth a second look. */
  public List<Finding> check(DialogSettings settings) {
    Checked known = checked;
    if (!known.settings.equals(settings)) {
      known = new Checked(settings, review.of(settings));
      checked = known;
    }
    return known.findings;
  }

  /** The last one looked at: every page of an editor shows the same document. */
  private record Checked(DialogSettings settings, List<Finding> findings) {}

  /**
   * Writes a new draft.
   *
   * @param base the version that the editor had before her
   * @param note in her words, at most 200 characters; longer ones are cut
   */
  public Outcome save(long base, DialogSettings settings, String note, SignedInUser by) {
    mayEdit(by);
    List<Finding> findings = review.of(settings);
    String content = SettingsJson.write(settings);
    if (SettingsCheck.broken(findings)) {
      return new Outcome.Invalid(findings);
    }
    if (content.length() > LARGEST_CONTENT) {
      return new Outcome.Invalid(
          List.of(
              new Finding("", Finding.Code.TOO_MUCH, List.of(LARGEST_CONTENT, content.length()))));
    }
    return transactions.run(
        () -> {
          long live = store.lock();
          Optional<DialogVersion> draft = store.draft();
          if (base != draft.map(DialogVersion::number).orElse(live)) {
            return new Outcome.Stale();
          }
          List<String> changes = SettingsChanges.between(settings(base), settings);
          draft.ifPresent(old -> store.state(old.number(), VersionState.SUPERSEDED));
          long number =
              store.add(
                  base,
                  by.getUsername(),
                  now(),
                  Text.fitted(note.strip(), LONGEST_NOTE),
                  changes,
                  content);
          return new Outcome.Done(number, findings);
        });
  }

  /** Throws the draft away. */
  public Outcome discard(long draft, SignedInUser by) {
    mayEdit(by);
    return transactions.run(
        () -> {
          long live = store.lock();
          if (!isDraft(draft)) {
            return new Outcome.Stale();
          }
          store.state(draft, VersionState.DISCARDED);
          note(by, AuditAction.WORDING_DISCARDED, draft, live);
          return new Outcome.Done(live, List.of());
        });
  }

  /**
   * Makes the draft live, on this node at once, on the others within seconds. Its sound is made
   * before.
   *
   * @param live what was live when the user decided
   */
  public Outcome goLive(long draft, long live, SignedInUser by) {
    return change(draft, live, AuditAction.WORDING_LIVE, () -> isDraft(draft), by);
  }

  /**
   * Makes a version live again that was so before, or what is shipped (0). A draft stays as it is.
   *
   * @param live what was live when the user decided
   */
  public Outcome takeBack(long version, long live, SignedInUser by) {
    return change(version, live, AuditAction.WORDING_TAKEN_BACK, () -> wasLive(version), by);
  }

  /**
   * Writes a version that is live from the next call on.
   *
   * @param note as in {@link #save}
   * @return stale while there is a draft, or when somebody else was faster
   */
  public Outcome changeAtOnce(UnaryOperator<DialogSettings> change, String note, SignedInUser by) {
    Work work = work();
    if (work.draft()) {
      return new Outcome.Stale();
    }
    Outcome saved = save(work.live(), change.apply(work.settings()), note, by);
    return saved instanceof Outcome.Done done ? live(done.version(), work.live(), by) : saved;
  }

  /** A draft that does not go live would be in everybody's way. */
  private Outcome live(long draft, long before, SignedInUser by) {
    boolean live = false;
    try {
      Outcome outcome = goLive(draft, before, by);
      live = outcome instanceof Outcome.Done;
      return outcome;
    } finally {
      if (!live) {
        discard(draft, by);
      }
    }
  }

  private Outcome change(
      long version, long live, AuditAction action, Supplier<Boolean> allowed, SignedInUser by) {
    mayEdit(by);
    Optional<DialogSettings> settings = store.settings(version);
    if (settings.isEmpty()) {
      return new Outcome.Stale();
    }
    List<Finding> findings = review.of(settings.get());
    if (SettingsCheck.broken(findings)) {
      return new Outcome.Invalid(findings);
    }
    audio.prepare(review.wording(version, settings.get()));
    Outcome outcome =
        transactions.run(
            () -> {
              if (store.lock() != live || version == live || !allowed.get()) {
                return new Outcome.Stale();
              }
              store.state(live, VersionState.SUPERSEDED);
              store.state(version, VersionState.LIVE);
              store.live(version);
              note(by, action, version, live);
              return new Outcome.Done(version, findings);
            });
    if (outcome instanceof Outcome.Done) {
      LOG.info("wording: version {} is live instead of {} ({}, {})", version, live, action, by);
      refresh.round();
    }
    return outcome;
  }

  /** In the history that the page shows, and in the log of everything that administrators did. */
  private void note(SignedInUser by, AuditAction action, long version, long live) {
    String what = action.code().substring("wording.".length());
    store.note(now(), by.getUsername(), what, version, live);
    audit.record(
        Audit.user(by.getUsername()), action, "wording:" + version, Map.of("previous", live));
  }

  private boolean isDraft(long number) {
    return store.draft().filter(draft -> draft.number() == number).isPresent();
  }

  private boolean wasLive(long number) {
    return number == VersionStore.SHIPPED
        || store.find(number).filter(version -> version.liveAt() != null).isPresent();
  }

  /** A version ready to be tried. */
  public Wording wording(long number) {
    return review.wording(number, settings(number));
  }

  private Instant now() {
    return Utc.now(clock);
  }

  private static void mayEdit(SignedInUser by) {
    if (!by.administersAll()) {
      throw new AccessDeniedException("edits no wording");
    }
  }
}
