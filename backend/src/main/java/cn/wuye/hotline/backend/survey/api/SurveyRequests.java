package cn.wuye.hotline.backend.survey.api;

import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.desk.AnswerSheet;
import cn.wuye.hotline.backend.survey.desk.SurveyDesk;
import cn.wuye.hotline.backend.survey.followup.SurveyTasks;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Told;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about surveys. */
final class SurveyRequests {
  private SurveyRequests() {}

  /** What came of a task. */
  record DoneRequest(@Nullable String words) {
    /** The words; ends the request when there are none. */
    String checked() {
      new FieldCheck().required("words", words).text("words", words, SurveyTasks.MAX_WORDS).done();
      return Objects.requireNonNull(words).strip();
    }
  }

  /** The switch. */
  record SwitchRequest(@Nullable Boolean paused) {
    boolean checked() {
      new FieldCheck().required("paused", paused).done();
      return Objects.requireNonNull(paused);
    }
  }

  /** What a resident told one of the staff. */
  record AnswersRequest(
      @Nullable String channel,
      @Nullable String solved,
      @Nullable Integer satisfaction,
      @Nullable Integer attitude,
      @Nullable Integer speed,
      @Nullable Integer result,
      @Nullable Integer recommendation,
      @Nullable String comment,
      @Nullable Boolean person,
      @Nullable Boolean declined) {

    /** By what she was asked; nothing is checked before {@link #checked}. */
    AnswerChannel by(FieldCheck check) {
      check.required("channel", channel);
      @Nullable AnswerChannel found = check.coded("channel", channel, AnswerChannel.class);
      if (found != null && !SurveyDesk.CHANNELS.contains(found)) {
        String allowed =
            Stream.of(AnswerChannel.values())
                .filter(SurveyDesk.CHANNELS::contains)
                .map(AnswerChannel::code)
                .collect(Collectors.joining(", "));
        check.wrong("channel", "code", found.code(), allowed);
      }
      return found == null ? AnswerChannel.AGENT : found;
    }

    /**
     * The answers; ends the request when something is wrong.
     *
     * @param recommends whether this survey asks for the recommendation
     */
    AnswerSheet checked(FieldCheck check, boolean recommends) {
      check.text("comment", comment, Told.MAX_WORDS);
      if (satisfaction != null) {
        check.between("satisfaction", satisfaction, 1, 5);
      }
      AnswerSheet sheet =
          new AnswerSheet(
              check.parsed(
                  "solved",
                  solved,
                  code ->
                      Answers.solved(code)
                          .orElseThrow(() -> new IllegalArgumentException("no such answer")),
                  "solved, partly, not-solved"),
              satisfaction == null ? null : Satisfaction.ofKey(satisfaction).orElse(null),
              more(check),
              comment == null ? "" : comment.strip(),
              Boolean.TRUE.equals(person),
              Boolean.TRUE.equals(declined));
      sheet.notAsked(recommends).forEach(item -> check.wrong(item.code(), "not-asked"));
      if (sheet.empty()) {
        check.required("solved", solved);
      }
      check.done();
      return sheet;
    }

    private Map<Item, Integer> more(FieldCheck check) {
      Map<Item, Integer> more = new EnumMap<>(Item.class);
      side(check, more, Item.ATTITUDE, attitude, 1, 5);
      side(check, more, Item.SPEED, speed, 1, 5);
      side(check, more, Item.RESULT, result, 1, 5);
      side(check, more, Item.RECOMMENDATION, recommendation, 0, 10);
      return more;
    }

    private static void side(
        FieldCheck check,
        Map<Item, Integer> more,
        Item item,
        @Nullable Integer value,
        int least,
        int most) {
      if (value != null) {
        check.between(item.code(), value, least, most);
        more.put(item, value);
      }
    }
  }
}
