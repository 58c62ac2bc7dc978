package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.AskedQuestion.Kind;
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

  private static final Duration LONGEST_WORDS = Duration.ofSeconds(30);

  private final SurveyScene scene;
  private final Supplier<SurveyOpening.Outcome> opening;
  private final SurveyTurns turns;
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
    this.turns = new SurveyTurns(scene);
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
      turns.elsewhere(false);
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
      turns.elsewhere(false);
    } else {
      turns.put(questions.of(asked), value -> scene.answers().answer(asked.number(), value));
    }
  }

  private void words(AskedQuestion asked) {
    turns
        .timeForWords(AROUND_WORDS)
        .ifPresent(
            left ->
                turns.hear(
                    scene.say().question(asked.text()),
                    left.compareTo(LONGEST_WORDS) < 0 ? left : LONGEST_WORDS,
                    said -> scene.answers().words(asked.number(), said)));
  }
}
