package cn.wuye.hotline.backend.survey.desk;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.backend.survey.followup.EnteredAnswers;
import cn.wuye.hotline.backend.survey.followup.Entry;
import cn.wuye.hotline.backend.survey.followup.SurveyTasks;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.SurveySwitch;
import cn.wuye.hotline.backend.survey.store.SurveyTask;
import cn.wuye.hotline.backend.survey.store.SurveyTaskRows;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What staff do with surveys, within their rights. */
@Component
public class SurveyDesk {
  /** The ways by which somebody of the staff can have asked. */
  public static final Set<AnswerChannel> CHANNELS =
      Set.of(AnswerChannel.AGENT, AnswerChannel.VISIT);

  private static final Logger log = LoggerFactory.getLogger(SurveyDesk.class);

  private final SurveyList surveys;
  private final OwnWork own;
  private final EnteredAnswers answers;
  private final SurveyTasks tasks;
  private final SurveyTaskRows rows;
  private final SurveyPlan plan;
  private final SurveySwitch position;
  private final Transactions transactions;

  SurveyDesk(
      SurveyList surveys,
      OwnWork own,
      EnteredAnswers answers,
      SurveyTasks tasks,
      SurveyTaskRows rows,
      SurveyPlan plan,
      SurveySwitch position,
      Transactions transactions) {
    this.surveys = surveys;
    this.own = own;
    this.answers = answers;
    this.tasks = tasks;
    this.rows = rows;
    this.plan = plan;
    this.position = position;
    this.transactions = transactions;
  }

  /** What a wish came to. */
  public enum Change {
    DONE,
    /** Somebody was quicker: it is answered, done or closed. */
    OVER,
    /** She is being asked on the phone just now. */
    ON_THE_PHONE,
    /** It was his own work, or he may not enter what he was told that way. */
    NOT_HIS,
    /** It is not there for the one who asks. */
    UNKNOWN
  }

  /**
   * Enters what a resident told one of the staff.
   *
   * @param channel one of {@link #CHANNELS}
   * @param sheet not {@link AnswerSheet#empty()}
   */
  public Change answer(long survey, AnswerChannel channel, AnswerSheet sheet, SignedInUser me) {
    require(me.writesTickets(), "enters no answers");
    if (!CHANNELS.contains(channel)) {
      throw new IllegalArgumentException("nobody of the staff asks by " + channel.code());
    }
    Optional<SurveyFacts> found = surveys.find(survey, me.scope());
    if (found.isEmpty()) {
      return Change.UNKNOWN;
    }
    if (!own.ways(found.get().ticket(), me).contains(channel)) {
      return Change.NOT_HIS;
    }
    Entry entry =
        answers.enter(
            survey,
            channel,
            WrittenAnswers.source(channel, me.id()),
            sheet.entered(),
            Actor.user(me.getUsername()));
    log.info("survey {} by {} of {}: {}", survey, channel.code(), me, entry);
    return switch (entry) {
      case KEPT -> Change.DONE;
      case OVER -> Change.OVER;
      case ON_THE_PHONE -> Change.ON_THE_PHONE;
    };
  }

  /** A task, if it is there for the one who asks. */
  public Optional<SurveyTask> task(long id, SignedInUser me) {
    return rows.find(id, me.scope());
  }

  /**
   * A task is done. Whose work the ticket was does not end it by that: {@link Change#NOT_HIS}.
   *
   * @param words what came of it, 1–{@value SurveyTasks#MAX_WORDS} characters
   */
  public Change done(long task, String words, SignedInUser me) {
    require(me.writesTickets(), "does no tasks");
    if (words.isBlank()) {
      throw new IllegalArgumentException("who has done a task says what came of it");
    }
    return task(task, me)
        .map(found -> transactions.run(() -> done(found, words, me)))
        .orElse(Change.UNKNOWN);
  }

  private Change done(SurveyTask task, String words, SignedInUser me) {
    if (tasks.archives(task) && own.did(task.ticket(), me.getUsername())) {
      log.info("task {} after a survey is not for {} to end", task.id(), me);
      return Change.NOT_HIS;
    }
    return tasks.done(task.id(), words, me.scope(), me.getUsername()) ? Change.DONE : Change.OVER;
  }

  /** How the switch stands. */
  public SurveySwitch.Position position() {
    return position.position();
  }

  /** Nobody is phoned any more, or again. */
  public void pause(boolean paused, SignedInUser me) {
    require(switches(me), "does not pause surveys");
    if (paused) {
      plan.pause(me.getUsername());
    } else {
      plan.resume(me.getUsername());
    }
    log.info("surveys {} by {}", paused ? "paused" : "resumed", me);
  }

  /** Whether somebody may pause the surveys, which are the whole company's. */
  public static boolean switches(SignedInUser me) {
    return me.allEstates() && (me.administers() || me.roles().contains(Role.MANAGER));
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new AccessDeniedException(what);
    }
  }
}
