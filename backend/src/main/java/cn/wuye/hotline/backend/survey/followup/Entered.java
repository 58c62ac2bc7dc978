package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.survey.store.Told;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a resident has answered in writing, or told somebody who wrote it down.
 *
 * @param more {@link Item#ATTITUDE}, {@link Item#SPEED} and {@link Item#RESULT} (5 to 1), and
 *     {@link Item#RECOMMENDATION} (0 to 10), as far as they were answered
 * @param comment at most {@value Told#MAX_WORDS} characters; empty for none
 * @param person whether somebody is to phone her
 * @param declined whether she wants no surveys any more
 */
public record Entered(
    Optional<Solved> solved,
    Optional<Satisfaction> satisfaction,
    Map<Item, Integer> more,
    String comment,
    boolean person,
    boolean declined) {
  /**
   * @throws IllegalArgumentException when nothing of it decides anything
   */
  public Entered {
    more = Map.copyOf(more);
    if (solved.isEmpty() && satisfaction.isEmpty() && !person && !declined) {
      throw new IllegalArgumentException(
          "an answer says whether it was solved, how satisfied she is, or that she wants a person or"
              + " no surveys");
    }
  }

  /** As rows, in the order in which they are asked. */
  List<Said> said(long survey, String source, AnswerChannel channel, Instant at) {
    Map<Item, String> values = new TreeMap<>();
    solved.ifPresent(answer -> values.put(Item.SOLVED, Answers.code(answer)));
    satisfaction.ifPresent(answer -> values.put(Item.SATISFACTION, Integer.toString(answer.key())));
    more.forEach((item, number) -> values.put(item, number.toString()));
    if (person) {
      values.put(Item.PERSON_WANTED, "");
    }
    if (declined) {
      values.put(Item.DECLINED, "");
    }
    List<Said> all = new ArrayList<>();
    values.forEach(
        (item, value) ->
            all.add(new Said(survey, channel, item, Told.of(source, all.size() + 1, value, at))));
    if (!comment.isBlank()) {
      all.add(
          new Said(
              survey, channel, Item.COMMENT, Told.written(source, all.size() + 1, comment, at)));
    }
    return all;
  }
}
