package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.grammar.Hypothesis;
import cn.wuye.hotline.ivr.speech.grammar.ModelWords;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON in which libvosk answers, and its server with it. */
public final class VoskJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Nobody draws a syllable longer than this: what lasts longer is music, or a tone, that the model
   * had no other word for.
   */
  private static final double LONGEST_SYLLABLE_SECONDS = 1.5;

  private VoskJson() {}

  /** The text so far. Right after the end of an utterance there is none, and not even the field. */
  static String partial(String json) {
    return tree(json).path("partial").asString("");
  }

  /** The best reading first; never empty. */
  static List<Hypothesis> readings(String json) {
    return readings(tree(json));
  }

  /** The same of an answer that was read already. */
  public static List<Hypothesis> readings(JsonNode answer) {
    List<Hypothesis> readings = new ArrayList<>();
    for (JsonNode each : answer.path("alternatives")) {
      readings.add(Hypothesis.of(each.path("text").asString("")));
    }
    if (readings.isEmpty()) {
      readings.add(timed(answer));
    }
    return readings;
  }

  private static Hypothesis timed(JsonNode answer) {
    List<Hypothesis.Word> words = new ArrayList<>();
    for (JsonNode word : answer.path("result")) {
      double seconds = word.path("end").asDouble(0) - word.path("start").asDouble(0);
      String text = word.path("word").asString("");
      boolean drawn = seconds > LONGEST_SYLLABLE_SECONDS * text.length();
      words.add(
          new Hypothesis.Word(
              drawn ? ModelWords.GARBAGE : text, seconds, word.path("conf").asDouble(1)));
    }
    return words.isEmpty()
        ? Hypothesis.of(answer.path("text").asString(""))
        : new Hypothesis(words);
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new NativeFailure("libvosk answered no JSON: " + e.getOriginalMessage());
    }
  }
}
