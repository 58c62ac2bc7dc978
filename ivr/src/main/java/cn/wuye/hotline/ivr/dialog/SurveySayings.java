package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.port.SurveyAnswers.Next;
import cn.wuye.hotline.ivr.port.SurveyCase;
import cn.wuye.hotline.ivr.prompt.Pieces;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.Prompt.Piece;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said in a survey, filled with what it is about. */
final class SurveySayings {
  private final PromptCatalogue catalogue;
  private final Pieces pieces;
  private final Sayings sayings;

  SurveySayings(PromptCatalogue catalogue) {
    this.catalogue = catalogue;
    this.pieces = new Pieces(catalogue);
    this.sayings = new Sayings(catalogue);
  }

  /** An entry without slots. */
  Prompt say(String key) {
    return catalogue.prompt(key);
  }

  /** Who she is, which ticket, and whether it suits her. */
  Prompt greeting(SurveyCase about, String estateName) {
    return catalogue.prompt(
        "survey-greeting",
        Map.of(
            "who", who(about, estateName),
            "date", pieces.date(about.reportedOn()),
            "problem", sayings.topic(about.intent()),
            "stage", List.of(catalogue.piece("stage-" + code(about.stage())))));
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
