package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.port.SurveyAnswers.Next;
import cn.wuye.hotline.ivr.port.SurveyCase;
import cn.wuye.hotline.ivr.prompt.Pieces;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.Prompt.Piece;
import cn.wuye.hotline.ivr.prompt.Prompt.Quote;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said in a survey, filled with what it is about. */
final class SurveySayings {
  private static final Duration JUST_NOW = Duration.ofHours(1);

  private final PromptCatalogue catalogue;
  private final Pieces pieces;
  private final Sayings sayings;

  SurveySayings(PromptCatalogue catalogue) {
    this.catalogue = catalogue;
    this.pieces = new Pieces(catalogue);
    this.sayings = new Sayings(catalogue);
  }

  /** A question that somebody has edited. */
  Prompt question(String text) {
    return new Prompt("poll-question", List.of(new Spoken(text)));
  }

  /** An entry without slots. */
  Prompt say(String key) {
    return catalogue.prompt(key);
  }

  /** Who she is, which ticket, and whether it suits her. */
  Prompt greeting(SurveyCase about, String estateName) {
    if (!about.aboutTicket()) {
      return catalogue.prompt("poll-greeting", Map.of("who", who(about, estateName)));
    }
    return catalogue.prompt("survey-greeting", slots(about, estateName));
  }

  /**
   * The same with what she said when she reported it.
   *
   * @param recorded her own words, as a prompt's sound
   */
  Prompt greeting(SurveyCase about, String estateName, byte[] recorded) {
    Map<String, List<Piece>> slots = new HashMap<>(slots(about, estateName));
    Piece quote = new Quote(catalogue.piece("survey-own-words"), recorded);
    slots.put("own", List.of(quote, catalogue.piece("pause")));
    return catalogue.prompt("survey-greeting-own", slots);
  }

  private Map<String, List<Piece>> slots(SurveyCase about, String estateName) {
    return Map.of(
        "who", who(about, estateName),
        "date", pieces.date(about.reportedOn()),
        "problem", sayings.topic(about.intent()),
        "stage", List.of(catalogue.piece("stage-" + code(about.stage()))));
  }

  /**
   * One of the prompts that tell a caller why she was phoned.
   *
   * @param key where it was about a ticket; what belongs to none has one of its own
   * @param now by her clock
   */
  Prompt missed(String key, SurveyCase about, Instant calledAt, LocalDateTime now) {
    List<Piece> when = List.of(catalogue.piece(when(calledAt, about.zone(), now)));
    if (!about.aboutTicket()) {
      return catalogue.prompt(key + "-poll", Map.of("when", when));
    }
    return catalogue.prompt(
        key,
        Map.of(
            "when",
            when,
            "date",
            pieces.date(about.reportedOn()),
            "problem",
            sayings.topic(about.intent())));
  }

  private static String when(Instant calledAt, ZoneId zone, LocalDateTime now) {
    LocalDateTime called = LocalDateTime.ofInstant(calledAt, zone);
    if (called.isAfter(now.minus(JUST_NOW))) {
      return "unit-just-now";
    }
    return called.toLocalDate().equals(now.toLocalDate()) ? "unit-today" : "unit-yesterday";
  }

  private List<Piece> who(SurveyCase about, String estateName) {
    if (!about.addressee().isEmpty()) {
      return List.of(new Spoken(about.addressee()), catalogue.piece("pause"));
    }
    if (estateName.isEmpty() || about.place().building().isEmpty()) {
      return List.of();
    }
    List<Piece> building = new ArrayList<>(List.of(new Spoken(estateName)));
    building.addAll(pieces.place(about.place().building()));
    return catalogue.prompt("greeting-home", Map.of("place", building)).pieces();
  }

  /**
   * One of the prompts that name a moment.
   *
   * @param now by her clock, like the moment
   */
  Prompt time(String key, LocalDateTime moment, LocalDateTime now) {
    return catalogue.prompt(key, Map.of("time", pieces.moment(moment, now.toLocalDate())));
  }

  /** The good-bye that tells what happens now. */
  Prompt end(Next next) {
    return catalogue.prompt("survey-end-" + code(next));
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
