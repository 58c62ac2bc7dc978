package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.SurveyWords;
import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.AskedQuestion.Kind;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.Optional;

/**
 * Edited questions whose answer is a number. Each is put freely first, then as a choice of few
 * words, then by keys.
 */
final class PollQuestions {
  private static final Listening FREE =
      Listening.open().withNoInput(Duration.ofSeconds(5)).withLongest(Duration.ofSeconds(15));

  private final SurveySayings sayings;
  private final SurveyWords words;
  private final Commands commands;

  PollQuestions(SurveySayings sayings, SurveyWords words, Commands commands) {
    this.sayings = sayings;
    this.words = words;
    this.commands = commands;
  }

  /**
   * @param asked not one that wants words
   */
  Question<Integer> of(AskedQuestion asked) {
    Prompt prompt = sayings.question(asked.text());
    return switch (asked.kind()) {
      case DEGREES -> degrees(prompt);
      case YES_NO -> yesNo(prompt);
      case POINTS -> points(prompt);
      case WORDS ->
          throw new IllegalArgumentException("question " + asked.number() + " wants words");
    };
  }

  private Question<Integer> degrees(Prompt prompt) {
    Listening choice = Listening.choice(words.satisfactionPhrases(), 1);
    return Question.<Integer>asking(prompt, FREE)
        .then(sayings.say("survey-satisfaction-again"), choice)
        .then(sayings.say("survey-satisfaction-keys"), choice)
        .withWords(words::satisfaction)
        .withKeys(keys -> key(keys, Kind.DEGREES));
  }

  private Question<Integer> yesNo(Prompt prompt) {
    Listening choice = Listening.choice(commands.yesAndNo(), 1).withPhrases(words.solvedPhrases());
    return Question.<Integer>asking(prompt, FREE)
        .then(sayings.say("poll-yes-no-again"), choice)
        .then(sayings.say("poll-yes-no-keys"), choice)
        .withWords(text -> words.solved(text).map(PollQuestions::yesNoPartly))
        .withKeys(keys -> key(keys, Kind.YES_NO));
  }

  /** By key from 1 to 10: 0 is a person here as everywhere; zero points can only be said. */
  private Question<Integer> points(Prompt prompt) {
    Listening listening = FREE.withMaxDigits(2);
    return Question.<Integer>asking(prompt, listening)
        .then(sayings.say("survey-recommend-keys"), listening)
        .withWords(words::points)
        .withKeys(keys -> key(keys, Kind.POINTS));
  }

  private static int yesNoPartly(Solved answer) {
    return switch (answer) {
      case SOLVED -> 1;
      case NOT_SOLVED -> 2;
      case PARTLY -> 3;
    };
  }

  private static Optional<Integer> key(String keys, Kind kind) {
    return Optional.of(keys)
        .filter(each -> each.matches("[0-9]{1,2}"))
        .map(Integer::valueOf)
        .filter(kind::takes);
  }
}
