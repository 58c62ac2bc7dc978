package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.call.Corrections;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.correction.CorrectedText;
import cn.wuye.hotline.ivr.correction.MisheardForm;
import cn.wuye.hotline.ivr.correction.MisheardForms;
import cn.wuye.hotline.ivr.correction.OrdinaryWords;
import cn.wuye.hotline.ivr.evaluation.MisheardEffect;
import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.wording.Finding;
import cn.wuye.hotline.ivr.wording.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;

/**
 * Proposes from staff's corrections how phrases are misheard. What is accepted is an own phrase of
 * the wording: a version that goes live at once and can be taken back like any other. For
 * administrators of the whole company, who see the calls of all estates.
 */
public class MisheardDesk {
  /** So many corrections are looked through, the newest. */
  private static final int MOST = 2000;

  private static final AuditAction REFUSED = new AuditAction("misheard.refused");
  private static final AuditAction RECONSIDERED = new AuditAction("misheard.reconsidered");

  private final WordingDesk desk;
  private final Corrections corrections;
  private final Refusals refusals;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;
  private final int calls;

  /**
   * @param calls in so many different calls at least something is misheard before it is proposed
   */
  MisheardDesk(
      WordingDesk desk,
      Corrections corrections,
      Refusals refusals,
      Transactions transactions,
      Audit audit,
      Clock clock,
      int calls) {
    this.desk = desk;
    this.corrections = corrections;
    this.refusals = refusals;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.calls = calls;
  }

  /**
   * What nobody wants to have proposed.
   *
   * @param phrase of the lexicon
   */
  public record Refused(String heard, String phrase) {}

  /** What became of the wish to understand something misheard. */
  public sealed interface Accepted {
    /** It is understood from the next call on. */
    record Live() implements Accepted {}

    /** It is not proposed, any more at least. */
    record Gone() implements Accepted {}

    /** Nothing was changed: somebody has a draft, or was faster. */
    record Stale() implements Accepted {}

    /** Nothing was changed: the test set would be understood worse. */
    record Harmful(int sentences) implements Accepted {}

    /** Nothing was changed, because of an error among the findings. */
    record Invalid(List<Finding> findings) implements Accepted {
      public Invalid {
        findings = List.copyOf(findings);
      }
    }
  }

  /** What the corrections show and nobody has decided about, what most calls show first. */
  public List<MisheardForm> proposals(SignedInUser by) {
    mayEdit(by);
    return proposed(desk.wording(desk.work().live()));
  }

  /** What was refused, the newest first. */
  public List<Refused> refused(SignedInUser by) {
    mayEdit(by);
    return refusals.all();
  }

  /** From how many calls on something is proposed. */
  public int calls() {
    return calls;
  }

  /** Understands what was heard as the phrase, from the next call on. */
  public Accepted accept(String heard, String phrase, SignedInUser by) {
    mayEdit(by);
    Wording live = desk.wording(desk.work().live());
    Optional<MisheardForm> found =
        proposed(live).stream().filter(each -> is(each, new Refused(heard, phrase))).findFirst();
    if (found.isEmpty()) {
      return new Accepted.Gone();
    }
    LexiconPhrase own = found.get().asPhrase();
    MisheardEffect effect =
        MisheardEffect.of(
            live.intents(),
            live.intents().with(live.emergencies(), Set.of(), List.of(own)),
            found.get());
    if (effect.falls()) {
      return new Accepted.Harmful(effect.sentences());
    }
    Outcome outcome =
        desk.changeAtOnce(
            settings -> {
              List<LexiconPhrase> all = new ArrayList<>(settings.lexicon());
              all.add(own);
              return settings.withLexicon(all, settings.lexiconOff());
            },
            "误听：" + heard + " → " + phrase,
            by);
    if (outcome instanceof Outcome.Invalid invalid) {
      return new Accepted.Invalid(invalid.findings());
    }
    return outcome instanceof Outcome.Done ? new Accepted.Live() : new Accepted.Stale();
  }

  /**
   * Proposes it no more; audited.
   *
   * @return false when it is not proposed
   */
  public boolean refuse(Refused form, SignedInUser by) {
    if (proposals(by).stream().noneMatch(each -> is(each, form))) {
      return false;
    }
    transactions.run(
        () -> {
          refusals.add(form, by.getUsername(), Utc.now(clock));
          return note(REFUSED, form, by);
        });
    return true;
  }

  /** Proposes it again, as far as corrections show it; audited. */
  public void reconsider(Refused form, SignedInUser by) {
    if (refused(by).contains(form)) {
      transactions.run(
          () -> {
            refusals.remove(form);
            return note(RECONSIDERED, form, by);
          });
    }
  }

  private List<MisheardForm> proposed(Wording live) {
    List<CorrectedText> texts =
        corrections.newest(MOST).stream()
            .map(
                each ->
                    new CorrectedText(
                        each.call().value(), each.dialect(), each.heard(), each.said()))
            .toList();
    Set<Refused> unwanted = Set.copyOf(refusals.all());
    OrdinaryWords ordinary = new OrdinaryWords(live.intents(), live.emergencies());
    return new MisheardForms(live.intents().words(), ordinary)
        .in(texts, calls, (heard, phrase) -> unwanted.contains(new Refused(heard, phrase)));
  }

  private static boolean is(MisheardForm form, Refused named) {
    return form.heard().equals(named.heard) && form.phrase().phrase().equals(named.phrase);
  }

  private boolean note(AuditAction action, Refused form, SignedInUser by) {
    audit.record(
        Audit.user(by.getUsername()),
        action,
        "misheard:" + form.heard,
        Map.of("phrase", form.phrase));
    return true;
  }

  private static void mayEdit(SignedInUser by) {
    if (!by.administersAll()) {
      throw new AccessDeniedException("sees no mishearings");
    }
  }
}
