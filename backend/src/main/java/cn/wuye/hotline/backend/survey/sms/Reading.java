package cn.wuye.hotline.backend.survey.sms;

import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.followup.Entered;
import cn.wuye.hotline.ivr.port.Solved;
import java.util.Map;
import java.util.Optional;

/**
 * What a text says as the answer to whether it was solved.
 *
 * @param person whether somebody is to phone her: nothing could be read in it, or more than an
 *     answer
 * @param declined whether she wants no surveys
 * @param courtesy thanks and the like, which answer nothing
 * @param comment what she wrote besides a key; empty for nothing
 */
record Reading(
    Optional<Solved> solved,
    Optional<Satisfaction> satisfaction,
    boolean person,
    boolean declined,
    boolean courtesy,
    String comment) {

  /** As the answer to the question that she was asked. */
  Entered entered() {
    return new Entered(solved, satisfaction, Map.of(), comment, person, declined);
  }

  /** As words of somebody who was not asked: a person finds out what they are about. */
  Entered unasked(String words) {
    return new Entered(Optional.empty(), Optional.empty(), Map.of(), words, !declined, declined);
  }

  /** Whether nothing has to be done about it any more once the survey is over. */
  boolean harmless() {
    boolean well =
        solved.equals(Optional.of(Solved.SOLVED))
            || (solved.isEmpty() && satisfaction.filter(each -> !each.low()).isPresent());
    return declined || (well && !person && satisfaction.filter(Satisfaction::bad).isEmpty());
  }
}
