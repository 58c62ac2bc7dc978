package cn.wuye.hotline.backend.poll.desk;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.message.channel.Channels;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.PollCheck;
import cn.wuye.hotline.backend.poll.PollCheck.Problem;
import cn.wuye.hotline.backend.poll.PollDraft;
import cn.wuye.hotline.backend.poll.PollSample;
import cn.wuye.hotline.backend.poll.PollSample.Candidate;
import cn.wuye.hotline.backend.poll.PollState;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.poll.store.PollMessages;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.poll.store.PollResidentRows.Drawn;
import cn.wuye.hotline.backend.poll.store.PollRows;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.sms.SurveyWaysProperties;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Polls as the staff handles them. Who does not see all estates of one changes nothing of it. */
@Component
public class PollDesk {
  private static final Logger log = LoggerFactory.getLogger(PollDesk.class);
  private static final AuditAction DRAFTED = new AuditAction("poll.drafted");
  private static final AuditAction STARTED = new AuditAction("poll.started");
  private static final AuditAction PAUSED = new AuditAction("poll.paused");
  private static final AuditAction RESUMED = new AuditAction("poll.resumed");
  private static final AuditAction ENDED = new AuditAction("poll.ended");

  private final PollRows polls;
  private final PollResidentRows residents;
  private final PollMessages messages;
  private final SurveyWaysProperties ways;
  private final Channels channels;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  PollDesk(
      PollRows polls,
      PollResidentRows residents,
      PollMessages messages,
      SurveyWaysProperties ways,
      Channels channels,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.polls = polls;
    this.residents = residents;
    this.messages = messages;
    this.ways = ways;
    this.channels = channels;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a wish came to. */
  public enum Change {
    DONE,
    /** Somebody was quicker, or it cannot be done any more. */
    OVER,
    /** It is not there for the one who asks. */
    UNKNOWN,
    /** There is nobody to be asked. */
    NOBODY,
    /** It is to be answered on a page, and no message can bring one. */
    NO_PAGE
  }

  /**
   * What became of a draft.
   *
   * @param id of the poll; 0 when nothing was kept
   * @param problems why it was not kept
   * @param change whether it was kept
   */
  public record Saved(long id, Set<Problem> problems, Change change) {}

  /**
   * What a draft would mean.
   *
   * @param households how many could be drawn, one of each number
   * @param drawn how many would be
   * @param length of a call, as it is reckoned
   */
  public record Preview(int households, int drawn, Duration length) {}

  /** Those of which one estate is seen, the newest first. */
  public List<Poll> all(SignedInUser me) {
    return polls.all(me.scope());
  }

  /** The poll, if it is there for the one who asks. */
  public Optional<Poll> find(long id, SignedInUser me) {
    return polls.find(id, me.scope());
  }

  /** Whether somebody may draft polls at all; whoever does sees results as well. */
  public static boolean drafts(SignedInUser me) {
    return me.administers() || me.roles().contains(Role.MANAGER);
  }

  /** Whether somebody may change this one. */
  public static boolean changes(PollDraft draft, SignedInUser me) {
    return drafts(me) && draft.estates().stream().allMatch(me.scope()::sees);
  }

  /** What a draft would mean now. */
  public Preview preview(PollDraft draft) {
    int households = draft.estates().isEmpty() ? 0 : PollSample.households(candidates(draft));
    return new Preview(
        households, Math.min(households, Math.max(0, draft.size())), PollCheck.length(draft));
  }

  /**
   * Keeps a draft; audited.
   *
   * @param id 0 for a new one
   * @param base the version that was changed
   */
  public Saved save(long id, int base, PollDraft draft, SignedInUser me) {
    require(drafts(me), "drafts no polls");
    require(changes(draft, me), "drafts none for estates of others");
    Set<Problem> problems = PollCheck.of(draft, Period.today(Utc.now(clock)));
    if (!problems.isEmpty()) {
      return new Saved(id, problems, Change.OVER);
    }
    if (id != 0) {
      Optional<Poll> before = find(id, me);
      if (before.isEmpty()) {
        return new Saved(0, Set.of(), Change.UNKNOWN);
      }
      require(changes(before.get().draft(), me), "changes none of others");
    }
    return transactions.run(() -> kept(id, base, draft, me));
  }

  private Saved kept(long id, int base, PollDraft draft, SignedInUser me) {
    String by = Audit.user(me.getUsername());
    Instant now = Utc.now(clock);
    long kept = id;
    if (id == 0) {
      kept = polls.add(draft, now.toEpochMilli(), by, now);
    } else if (!polls.change(id, base, draft)) {
      return new Saved(id, Set.of(), Change.OVER);
    }
    audit.record(
        by,
        DRAFTED,
        subject(kept),
        Map.of(
            "title", draft.title(), "size", draft.size(), "questions", draft.questions().size()));
    return new Saved(kept, Set.of(), Change.DONE);
  }

  /** Draws the residents and begins; audited. */
  public Change start(long id, SignedInUser me) {
    return changed(id, me, poll -> begin(poll, me));
  }

  private Change begin(Poll poll, SignedInUser me) {
    Instant now = Utc.now(clock);
    if (poll.state() != PollState.DRAFT
        || !PollCheck.of(poll.draft(), Period.today(now)).isEmpty()) {
      return Change.OVER;
    }
    if (poll.draft().channel().byPage() && !pages()) {
      return Change.NO_PAGE;
    }
    List<Candidate> candidates = candidates(poll.draft());
    List<Candidate> sample = PollSample.draw(candidates, poll.draft().size(), poll.seed());
    if (sample.isEmpty()) {
      return Change.NOBODY;
    }
    List<Drawn> drawn = new ArrayList<>();
    for (Candidate each : sample) {
      drawn.add(new Drawn(each, poll.days().due(drawn.size(), sample.size(), now)));
    }
    residents.add(poll.id(), drawn);
    polls.become(poll.id(), PollState.RUNNING, now);
    audit.record(
        Audit.user(me.getUsername()),
        STARTED,
        subject(poll.id()),
        Map.of("candidates", candidates.size(), "drawn", sample.size(), "seed", poll.seed()));
    log.info("poll {} begins with {} residents, by {}", poll.id(), sample.size(), me);
    return Change.DONE;
  }

  /** Nobody is phoned for it until {@link #resume}; audited. */
  public Change pause(long id, SignedInUser me) {
    return become(id, PollState.PAUSED, PAUSED, me);
  }

  /** Its residents are phoned again; audited. */
  public Change resume(long id, SignedInUser me) {
    return changed(
        id,
        me,
        poll ->
            poll.state() == PollState.PAUSED
                ? become(poll, PollState.RUNNING, RESUMED, me)
                : Change.OVER);
  }

  /** It is over before its last day; audited. */
  public Change end(long id, SignedInUser me) {
    return become(id, PollState.ENDED, ENDED, me);
  }

  private Change become(long id, PollState next, AuditAction action, SignedInUser me) {
    return changed(id, me, poll -> become(poll, next, action, me));
  }

  private Change become(Poll poll, PollState next, AuditAction action, SignedInUser me) {
    if (!poll.state().mayBecome(next)) {
      return Change.OVER;
    }
    Instant now = Utc.now(clock);
    polls.become(poll.id(), next, now);
    if (next == PollState.ENDED) {
      residents.over(poll.id(), now);
      messages.withdrawAll(poll.id());
    }
    audit.record(Audit.user(me.getUsername()), action, subject(poll.id()), Map.of());
    log.info("poll {} is {} by {}", poll.id(), next.code(), me);
    return Change.DONE;
  }

  /** A change of a poll that is seen, in one transaction, the poll locked. */
  private Change changed(long id, SignedInUser me, Function<Poll, Change> change) {
    Optional<Poll> seen = find(id, me);
    if (seen.isEmpty()) {
      return Change.UNKNOWN;
    }
    require(changes(seen.get().draft(), me), "changes none of others");
    return transactions.run(() -> polls.locked(id).map(change).orElse(Change.UNKNOWN));
  }

  /** Whether messages can bring a page. */
  private boolean pages() {
    return ways.links() && channels.any();
  }

  private List<Candidate> candidates(PollDraft draft) {
    int year = Period.today(Utc.now(clock)).getYear();
    return residents.candidates(draft.estates(), draft.ages(), year);
  }

  private static String subject(long id) {
    return "poll:" + id;
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new AccessDeniedException(what);
    }
  }
}
