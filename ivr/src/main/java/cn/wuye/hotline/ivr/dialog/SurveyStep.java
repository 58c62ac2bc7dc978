package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.dialog.SurveySheet.Item;
import cn.wuye.hotline.ivr.port.Aspect;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ordinary way of a survey. Every answer is handed on as soon as it is given. Can be entered
 * again after an interruption and asks only what is still unknown.
 */
final class SurveyStep implements AskingStep {
  /** From this score down it is asked whether she was understood. */
  private static final int BAD = 2;

  /** What the invitation to speak and the good-bye take, and the pause that ends her words. */
  private static final Duration AROUND_COMMENT = Duration.ofSeconds(17);

  private final SurveyScene scene;
  private final Supplier<SurveyOpening.Outcome> opening;
  private final SurveyTurns turns;
  private final SurveySheet sheet;
  private final SurveyQuestions questions;
  private boolean begun;
  private boolean unclear;
  private boolean commented;
  private boolean over;

  /**
   * @param opening tells whether she may be asked, each time the survey is entered before she was
   */
  SurveyStep(SurveyScene scene, Supplier<SurveyOpening.Outcome> opening) {
    this.scene = scene;
    this.opening = opening;
    this.turns = new SurveyTurns(scene);
    this.sheet = new SurveySheet(scene.about());
    this.questions = new SurveyQuestions(scene.say(), scene.words());
  }

  @Override
  public void run() {
    if (!begun && !begins()) {
      over = true;
      return;
    }
    Optional<Item> next = sheet.next();
    while (next.isPresent() && !unclear) {
      ask(next.get());
      sheet.done(next.get());
      next = sheet.next();
    }
    comment();
    finish();
  }

  /** The good-bye, with what happens now; said once. */
  @Override
  public void finish() {
    if (over) {
      return;
    }
    over = true;
    if (!begun) {
      scene.talk().farewell(scene.say().say("survey-call-sometime"));
    } else {
      scene.talk().farewell(scene.say().end(scene.answers().finished()));
    }
  }

  @Override
  public boolean commented() {
    return commented;
  }

  private boolean begins() {
    if (opening.get() instanceof SurveyOpening.Begins said) {
      begun = true;
      said.solved().ifPresent(this::solvedAtOnce);
      turns.elsewhere(said.solved().isPresent());
      return true;
    }
    return false;
  }

  private void solvedAtOnce(Solved solved) {
    take(solved);
    if (solved != Solved.NOT_SOLVED || !denied("survey-confirm-not-solved")) {
      sheet.done(Item.SOLVED);
    }
  }

  private void ask(Item item) {
    switch (item) {
      case SOLVED -> solved();
      case SATISFACTION -> satisfaction();
      case ATTITUDE, SPEED, RESULT -> aspect(Aspect.valueOf(item.name()));
      case RECOMMENDATION -> turns.put(questions.recommendation(), scene.answers()::recommendation);
    }
  }

  private void solved() {
    Optional<Solved> answer = turns.put(questions.solved(), this::take);
    if (answer.equals(Optional.of(Solved.NOT_SOLVED)) && denied("survey-confirm-not-solved")) {
      answer = turns.put(questions.solved(), this::take);
    }
    if (answer.isEmpty()) {
      unclear = true;
      scene.answers().unclear();
    }
  }

  private void take(Solved answer) {
    scene.answers().solved(answer);
    sheet.solved(answer);
  }

  private void satisfaction() {
    Optional<Integer> score = turns.put(questions.satisfaction(), this::take);
    boolean asks = score.filter(each -> each <= BAD).isPresent() && !sheet.notSolved();
    if (asks && denied("survey-confirm-dissatisfied")) {
      sheet.satisfaction(SurveySheet.NONE);
      turns.put(questions.satisfaction(), this::take);
    }
  }

  private void take(int score) {
    scene.answers().satisfaction(score);
    sheet.satisfaction(score);
  }

  private void aspect(Aspect aspect) {
    turns.put(questions.aspect(aspect), score -> scene.answers().aspect(aspect, score));
  }

  /** Whether she takes back what she has said; only a no does. */
  private boolean denied(String key) {
    Answer<Boolean> answer = scene.talk().ask(questions.confirm(scene.scene(), key));
    scene.matter().forget();
    boolean denied = answer instanceof Answer.Understood<Boolean> understood && !understood.value();
    if (denied) {
      scene.answers().takenBack();
    }
    return denied;
  }

  private void comment() {
    Optional<Duration> left = turns.timeForWords(AROUND_COMMENT);
    if (commented || left.isEmpty()) {
      return;
    }
    commented = true;
    String key = unclear ? "survey-explain" : "survey-comment";
    turns.hear(scene.say().say(key), left.get(), scene.answers()::comment);
    turns.elsewhere(false);
  }
}
