package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.SurveyWords;
import cn.wuye.hotline.ivr.port.Solved;
import java.util.Optional;

/**
 * What a caller means who was told that she was phoned, and asked whether it suits her to answer
 * now. In doubt it is a complaint: nothing that she tells may be lost for the sake of a survey.
 */
final class PhonedBackWords {
  private final SurveyWords words;
  private final SurveyMatter matter;
  private final Commands commands;

  PhonedBackWords(SurveyWords words, SurveyMatter matter, Commands commands) {
    this.words = words;
    this.matter = matter;
    this.commands = commands;
  }

  /** What she means. */
  enum Meaning {
    /** Hello, or nothing. */
    NOTHING,
    /** It suits her. */
    AGREES,
    /** She has answered already: {@link #answer}. */
    ANSWERS,
    /** It does not suit her. */
    REFUSES,
    /** She wants no surveys. */
    DECLINES,
    /** She asks what became of a complaint. */
    ASKS_PROGRESS,
    /** Anything else. */
    TELLS
  }

  /**
   * @param sure what she complains of, as far as her words make it sure
   */
  Meaning read(String text, Optional<Intent> sure) {
    if (words.onlyHello(text)) {
      return Meaning.NOTHING;
    }
    Optional<Solved> solved = answer(text);
    if (commands.asksProgress(text) && solved.isEmpty()) {
      return Meaning.ASKS_PROGRESS;
    }
    if (words.declines(text)) {
      return Meaning.DECLINES;
    }
    boolean answers = solved.isPresent();
    boolean another = sure.filter(matter::another).isPresent();
    if (answers && (!another || words.goesOn(text))) {
      return Meaning.ANSWERS;
    }
    if (sure.isPresent()) {
      return Meaning.TELLS;
    }
    if (words.agrees(text)) {
      return Meaning.AGREES;
    }
    return words.refuses(text) ? Meaning.REFUSES : Meaning.TELLS;
  }

  /**
   * Whether it is solved; "没问题" and "好了" may only mean that it suits her. Where she is asked about
   * no ticket nothing is an answer yet.
   */
  Optional<Solved> answer(String text) {
    return matter.aboutTicket() ? words.solvedBesides(text) : Optional.empty();
  }

  /** Whether she only says that there is nothing else. */
  boolean ends(String text) {
    return commands.closing(text) && !commands.saysMore(text);
  }
}
