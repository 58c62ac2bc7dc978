package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.AskedQuestion.Kind;
import cn.wuye.hotline.ivr.port.SurveyAnswers.Comment;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The ordinary way of a survey that belongs to no ticket: its questions as they were edited. What
 * is not understood three times is left out.
 */
final class PollStep implements AskingStep {
  /** The pause that ends her words, and the good-bye. */
  private static final Duration AROUND_WORDS = Duration.ofSeconds(10);

  private static final Duration SHORTEST_WORDS = Duration.ofSeconds(8);
  private static final Duration LONGEST_WORDS = Duration.ofSeconds(30);

  private final SurveyScene scene;
  private final Supplier<SurveyOpening.Outcome> opening;
  private final PollQuestions questions;
  private int next;
  private boolean begun;
  private boolean free;
  private boolean over;

  /**
   * @param opening tells whether she may be asked, each time it is entered before she was
   */
  PollStep(SurveyScene scene, Supplier<SurveyOpening.Outcome> opening) {
    this.scene = scene;
    this.opening = opening;
    this.questions = new PollQuestions(scene.say(), scene.words(), scene.scene().ears().commands());
  }

  @Override
  public void run() {
    if (!begun) {
      if (!(opening.get() instanceof SurveyOpening.Begins)) {
        over = true;
        return;
      }
      begun = true;
      elsewhere(false);
    }
    List<AskedQuestion> all = scene.survey().questions();
    while (next < all.size()) {
      ask(all.get(next));
      next++;
    }
    finish();
  }

  @Override
  public void finish() {
    if (!over) {
      over = true;
      scene.talk().farewell(scene.say().say(begun ? "poll-end" : "survey-call-sometime"));
    }
  }

  @Override
  public boolean commented() {
    return free;
  }

  private void ask(AskedQuestion asked) {
    free = asked.kind() == Kind.WORDS;
    if (free) {
      words(asked);
      elsewhere(false);
    } else {
      elsewhere(number(asked));
    }
  }

  /** Whether she has answered. */
  private boolean number(AskedQuestion asked) {
    Question<Integer> question = questions.of(asked);
    try {
      if (scene.talk().ask(question) instanceof Answer.Understood<Integer> understood) {
        scene.answers().answer(asked.number(), understood.value());
        return true;
      }
      return false;
    } catch (HangUp gone) {
      gone.heard()
          .flatMap(question::read)
          .ifPresent(value -> scene.answers().answer(asked.number(), value));
      throw gone;
    }
  }

  private void words(AskedQuestion asked) {
    Duration left = SurveyDialog.LONGEST.minus(scene.elapsed()).minus(AROUND_WORDS);
    if (left.compareTo(SHORTEST_WORDS) < 0) {
      return;
    }
    Duration longest = left.compareTo(LONGEST_WORDS) < 0 ? left : LONGEST_WORDS;
    Listening listening =
        Listening.message().withNoInput(Duration.ofSeconds(4)).withLongest(longest);
    try {
      keep(asked, scene.talk().turn(scene.say().question(asked.text()), listening));
    } catch (HangUp gone) {
      gone.heard().ifPresent(heard -> keep(asked, heard));
      throw gone;
    }
  }

  private void keep(AskedQuestion asked, Heard heard) {
    if (heard instanceof Words said && !scene.scene().ears().commands().closing(said.text())) {
      scene
          .answers()
          .words(asked.number(), new Comment(said.text(), said.decoded(), said.from(), said.to()));
    }
  }

  /** What was told besides. */
  private void elsewhere(boolean answered) {
    scene
        .matter()
        .settle(scene.scene(), answered, Completeness.COMPLETE)
        .ifPresent(
            ticket -> scene.talk().say(scene.scene().sayings().ticket("survey-told-else", ticket)));
  }
}
