package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.deadline.calendar.TimeLine;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What follows from a survey.
 *
 * @param steps all that is to be done
 * @param level how high the work that begins again is answered for: 1 by who leads the department,
 *     2 by the project manager, more above; 0 when no work begins again
 */
public record FollowUp(Set<Step> steps, int level) {
  /** Within what working time a person phones. */
  public static final Duration PERSON_WITHIN = Duration.ofHours(4);

  /** So often in vain, and so long, before she counts as unreached. */
  static final int UNREACHED = 2;

  static final Duration TRYING = Duration.ofDays(3);

  private static final int PROJECT_MANAGER = 2;

  /** Something to be done. */
  public enum Step {
    /** The ticket is archived. */
    ARCHIVE,
    /** The ticket is archived, and shows that she was not reached: not as satisfied. */
    ARCHIVE_UNREACHED,
    /** A person phones her within {@link #PERSON_WITHIN}; the ticket waits for that. */
    PERSON_CALLS,
    /** 不满意重办: the work begins again one level higher, with her recording on top. */
    REOPEN_HIGHER,
    /** What is left becomes a task; the ticket waits for it. */
    REST_TASK,
    /** The project manager answers for it. */
    PROJECT_MANAGER,
    /** Nothing is known yet: she is phoned again as {@link RetryPlan} says. */
    TRY_AGAIN
  }

  public FollowUp {
    steps = Set.copyOf(steps);
  }

  /** What follows from what she answered and what came before. */
  public static FollowUp of(SurveyResult result, SurveyHistory history) {
    Set<Step> steps = EnumSet.noneOf(Step.class);
    if (result.satisfaction().filter(Satisfaction::low).isPresent() || result.forPerson()) {
      steps.add(Step.PERSON_CALLS);
    }
    if (result.dissatisfied()) {
      return again(steps, history);
    }
    if (result.solved().equals(Optional.of(Solved.PARTLY))) {
      steps.add(Step.REST_TASK);
    }
    if (steps.isEmpty()) {
      steps.add(quiet(result, history));
    }
    return new FollowUp(steps, 0);
  }

  private static FollowUp again(Set<Step> steps, SurveyHistory history) {
    steps.add(Step.REOPEN_HIGHER);
    boolean twice = history.dissatisfied() > 0;
    int level = twice ? Math.max(PROJECT_MANAGER, history.round()) : history.round();
    if (level >= PROJECT_MANAGER) {
      steps.add(Step.PROJECT_MANAGER);
    }
    return new FollowUp(steps, level);
  }

  private static Step quiet(SurveyResult result, SurveyHistory history) {
    if (result.answered()) {
      return Step.ARCHIVE;
    }
    boolean unreached = history.unreached() >= UNREACHED && history.trying().compareTo(TRYING) >= 0;
    return result.declined() || unreached ? Step.ARCHIVE_UNREACHED : Step.TRY_AGAIN;
  }

  /**
   * Until when a person phones.
   *
   * @param work the estate's working time
   */
  public static Instant personDue(Instant answered, TimeLine work) {
    return Instant.ofEpochMilli(work.after(answered.toEpochMilli(), PERSON_WITHIN.toMillis()));
  }
}
