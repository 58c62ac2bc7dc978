package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.followup.Entered;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.ivr.port.Solved;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What a resident has filled in.
 *
 * @param solved code of an answer; anything else is none
 * @param satisfaction 5 to 1; anything else is none
 * @param stop whether she wants no surveys any more
 */
record AnswerForm(String solved, String satisfaction, String comment, boolean stop) {
  /** Longest comment, in characters. */
  static final int MAX_COMMENT = 2000;

  static final AnswerForm EMPTY = new AnswerForm("", "", "", false);

  /** The answer; empty when nothing is filled in. Who has only written is phoned. */
  Optional<Entered> entered() {
    Optional<Solved> answer =
        Arrays.stream(Solved.values())
            .filter(each -> Answers.code(each).equals(solved))
            .findFirst();
    Optional<Satisfaction> score =
        satisfaction.matches("[1-5]")
            ? Satisfaction.ofKey(Integer.parseInt(satisfaction))
            : Optional.empty();
    boolean chosen = answer.isPresent() || score.isPresent() || stop;
    String words = comment.strip();
    return chosen || !words.isEmpty()
        ? Optional.of(new Entered(answer, score, Map.of(), words, !chosen, stop))
        : Optional.empty();
  }
}
