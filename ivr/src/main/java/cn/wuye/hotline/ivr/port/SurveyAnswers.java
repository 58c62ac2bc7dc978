package cn.wuye.hotline.ivr.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes what a resident answers, as soon as she has. Every method is durable on return, answers
 * within 2 s, and never throws because of the database: what was answered is never asked again, and
 * a hang-up loses nothing. An answer may come a second time: the last one counts.
 */
public interface SurveyAnswers {
  /** Whether it was solved. */
  void solved(Solved answer);

  /**
   * How satisfied she is.
   *
   * @param score 5 非常满意 to 1 非常不满意
   */
  void satisfaction(int score);

  /**
   * How satisfied she is with one side of it.
   *
   * @param score 5 to 1
   */
  void aspect(Aspect aspect, int score);

  /**
   * Whether she would recommend the company.
   *
   * @param points 0–10
   */
  void recommendation(int points);

  /**
   * Her answer to a question of {@link SurveyCall#questions}.
   *
   * @param number the question's
   * @param value one that {@link AskedQuestion.Kind#takes}
   */
  default void answer(int number, int value) {
    throw new IllegalStateException("there is no question " + number);
  }

  /**
   * Her words to a question of {@link SurveyCall#questions}.
   *
   * @param number the question's
   */
  default void words(int number, Comment words) {
    throw new IllegalStateException("there is no question " + number);
  }

  /** What else she had to say. */
  void comment(Comment comment);

  /**
   * She did not mean what she has answered last, whether it was solved or how satisfied she is: it
   * counts no more, unless she gives another answer.
   */
  void takenBack();

  /** She said something that no question could make an answer of; somebody has to listen to it. */
  void unclear();

  /**
   * It did not suit her.
   *
   * @param until the moment she has agreed to; empty when she named none that could be understood
   */
  void postponed(Optional<Instant> until);

  /** She does not want to be phoned for surveys any more. */
  void declined();

  /** Whoever answered is not the one who reported it. */
  void stranger();

  /** Nobody spoke or pressed a key, or a machine answered and was left a message. */
  void nobody();

  /** She wants a person; told before anybody is rung. {@link #finished} is not asked any more. */
  void personWanted();

  /** She has talked with a person, who was reached at this line. */
  void talked(PhoneLine line);

  /** She told something else, which has become a ticket of its own. */
  void toldElse(OpenedTicket ticket);

  /** Everything was asked that there was time for; what happens now, which she is told. */
  Next finished();

  /**
   * What she said at the end; its place in the call's recording.
   *
   * @param text as it was understood; empty when nothing could decode it
   * @param from offset from the moment the call was answered
   * @param to offset from the moment the call was answered
   */
  record Comment(String text, boolean decoded, Duration from, Duration to) {}

  /** What happens now, as she is told. */
  enum Next {
    /** The ticket is closed. */
    CLOSED,
    /** A person phones her. */
    PERSON,
    /** The work begins again, one level higher. */
    REOPENED,
    /** What is left is done. */
    REST,
    /** Staff have begun the work again meanwhile: what she has said goes to them. */
    GOES_ON,
    /** The project manager sees to it. */
    MANAGER
  }
}
