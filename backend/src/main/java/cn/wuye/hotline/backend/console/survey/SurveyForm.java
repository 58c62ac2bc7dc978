package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.desk.AnswerSheet;
import cn.wuye.hotline.backend.survey.desk.SurveyDesk;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Told;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of a resident as somebody has entered them; empty strings for no answer. */
record SurveyForm(
    String channel,
    String solved,
    String satisfaction,
    String attitude,
    String speed,
    String result,
    String recommendation,
    String comment,
    String person,
    String declined) {
  static final SurveyForm EMPTY = new SurveyForm("agent", "", "", "", "", "", "", "", "", "");

  // Called by data binding: parameters that were not sent are null.
  SurveyForm(
      @Nullable String channel,
      @Nullable String solved,
      @Nullable String satisfaction,
      @Nullable String attitude,
      @Nullable String speed,
      @Nullable String result,
      @Nullable String recommendation,
      @Nullable String comment,
      @Nullable String person,
      @Nullable String declined) {
    this.channel = text(channel);
    this.solved = text(solved);
    this.satisfaction = text(satisfaction);
    this.attitude = text(attitude);
    this.speed = text(speed);
    this.result = text(result);
    this.recommendation = text(recommendation);
    this.comment = comment == null ? "" : comment;
    this.person = text(person);
    this.declined = text(declined);
  }

  /** By which way she was asked: on the phone, unless it was at a visit. */
  AnswerChannel by() {
    return Coded.find(AnswerChannel.class, channel)
        .filter(SurveyDesk.CHANNELS::contains)
        .orElse(AnswerChannel.AGENT);
  }

  /** What was chosen for an item of the sheet; the empty string for nothing. */
  public String chosen(String item) {
    return switch (item) {
      case "attitude" -> attitude;
      case "speed" -> speed;
      case "result" -> result;
      default -> "";
    };
  }

  /** How many characters of the comment are too many; 0 when it fits. */
  int tooLong() {
    return Math.max(0, Text.length(comment.strip()) - Told.MAX_WORDS);
  }

  /** The answers, without those that were chosen before the question had gone from the screen. */
  AnswerSheet sheet(boolean recommends) {
    Map<Item, Integer> more = new EnumMap<>(Item.class);
    put(more, Item.ATTITUDE, attitude, "[1-5]");
    put(more, Item.SPEED, speed, "[1-5]");
    put(more, Item.RESULT, result, "[1-5]");
    put(more, Item.RECOMMENDATION, recommendation, "[0-9]|10");
    return new AnswerSheet(
            Answers.solved(solved).orElse(null),
            satisfaction.matches("[1-5]")
                ? Satisfaction.ofKey(Integer.parseInt(satisfaction)).orElse(null)
                : null,
            more,
            comment.strip(),
            person.equals("true"),
            declined.equals("true"))
        .asked(recommends);
  }

  private static void put(Map<Item, Integer> more, Item item, String typed, String form) {
    if (typed.matches(form)) {
      more.put(item, Integer.valueOf(typed));
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
