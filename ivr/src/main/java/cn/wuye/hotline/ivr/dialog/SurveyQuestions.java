package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.intent.SurveyWords;
import cn.wuye.hotline.ivr.port.Aspect;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The questions of a survey. Each is put freely first, so that whatever she says is heard; then as
 * a choice of few words; then by keys.
 */
final class SurveyQuestions {
  private static final Listening FREE =
      Listening.open().withNoInput(Duration.ofSeconds(5)).withLongest(Duration.ofSeconds(15));

  private final SurveySayings sayings;
  private final SurveyWords words;

  SurveyQuestions(SurveySayings sayings, SurveyWords words) {
    this.sayings = sayings;
    this.words = words;
  }

  Question<Solved> solved() {
    Listening choice = Listening.choice(words.solvedPhrases(), 1);
    return Question.<Solved>asking(sayings.say("survey-solved"), FREE)
        .then(sayings.say("survey-solved-again"), choice)
        .then(sayings.say("survey-solved-keys"), choice)
        .withWords(words::solved)
        .withKeys(keys -> digit(keys, 3).flatMap(SurveyWords::solvedByKey));
  }

  Question<Integer> satisfaction() {
    Listening choice = Listening.choice(words.satisfactionPhrases(), 1);
    return Question.<Integer>asking(sayings.say("survey-satisfaction"), FREE)
        .then(sayings.say("survey-satisfaction-again"), choice)
        .then(sayings.say("survey-satisfaction-keys"), choice)
        .withWords(words::satisfaction)
        .withKeys(keys -> digit(keys, 5));
  }

  /** Asked once: her own words at the end are worth more than another attempt. */
  Question<Integer> aspect(Aspect aspect) {
    String key = "survey-" + aspect.name().toLowerCase(Locale.ROOT);
    return Question.<Integer>asking(sayings.say(key), FREE)
        .withWords(words::satisfaction)
        .withKeys(keys -> digit(keys, 5));
  }

  /** By key from 1 to 10: 0 is a person here as everywhere; zero points can only be said. */
  Question<Integer> recommendation() {
    return Question.<Integer>asking(sayings.say("survey-recommend"), FREE.withMaxDigits(2))
        .then(sayings.say("survey-recommend-keys"), FREE.withMaxDigits(2))
        .withWords(words::points)
        .withKeys(keys -> digit(keys, 10));
  }

  /** Yes (1) or no (2), asked once. */
  Question<Boolean> confirm(Scene scene, String key) {
    return YesNo.ask(scene, sayings.say(key));
  }

  private static Optional<Integer> digit(String keys, int most) {
    return List.of(keys).stream()
        .filter(each -> each.matches("[0-9]{1,2}"))
        .map(Integer::valueOf)
        .filter(value -> value >= 1 && value <= most)
        .findFirst();
  }
}
