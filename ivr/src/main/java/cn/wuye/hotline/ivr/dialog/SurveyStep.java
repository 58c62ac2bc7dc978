package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.dialog.SurveySheet.Item;
import cn.wuye.hotline.ivr.port.Aspect;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyAnswers.Comment;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
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

  private static final Duration SHORTEST_COMMENT = Duration.ofSeconds(8);

  private final SurveyScene scene;
  private final Supplier<SurveyOpening.Outcome> opening;
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
      elsewhere(said.solved().isPresent());
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
      case RECOMMENDATION -> put(questions.recommendation(), scene.answers()::recommendation);
    }
  }

  private void solved() {
    Optional<Solved> answer = put(questions.solved(), this::take);
    if (answer.equals(Optional.of(Solved.NOT_SOLVED)) && denied("survey-confirm-not-solved")) {
      answer = put(questions.solved(), this::take);
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
    Optional<Integer> score = put(questions.satisfaction(), this::take);
    boolean asks = score.filter(each -> each <= BAD).isPresent() && !sheet.notSolved();
    if (asks && denied("survey-confirm-dissatisfied")) {
      sheet.satisfaction(SurveySheet.NONE);
      put(questions.satisfaction(), this::take);
    }
  }

  private void take(int score) {
    scene.answers().satisfaction(score);
    sheet.satisfaction(score);
  }

  private void aspect(Aspect aspect) {
    put(questions.aspect(aspect), score -> scene.answers().aspect(aspect, score));
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

  private <T> Optional<T> put(Question<T> question, Consumer<T> take) {
    Optional<T> value;
    try {
      value =
          scene.talk().ask(question) instanceof Answer.Understood<T> understood
              ? Optional.of(understood.value())
              : Optional.empty();
    } catch (HangUp gone) {
      gone.heard().flatMap(question::read).ifPresent(take);
      throw gone;
    }
    value.ifPresent(take);
    elsewhere(value.isPresent());
    return value;
  }

  /** What was told besides. */
  private void elsewhere(boolean answered) {
    scene
        .matter()
        .settle(scene.scene(), answered, Completeness.COMPLETE)
        .ifPresent(
            ticket -> scene.talk().say(scene.scene().sayings().ticket("survey-told-else", ticket)));
  }

  private void comment() {
    Duration left = SurveyDialog.LONGEST.minus(scene.elapsed()).minus(AROUND_COMMENT);
    if (commented || left.compareTo(SHORTEST_COMMENT) < 0) {
      return;
    }
    commented = true;
    String key = unclear ? "survey-explain" : "survey-comment";
    Listening listening = Listening.message().withNoInput(Duration.ofSeconds(4)).withLongest(left);
    try {
      keep(scene.talk().turn(scene.say().say(key), listening));
    } catch (HangUp gone) {
      gone.heard().ifPresent(this::keep);
      throw gone;
    }
    elsewhere(false);
  }

  private void keep(Heard heard) {
    if (heard instanceof Words said && !scene.scene().ears().commands().closing(said.text())) {
      scene.answers().comment(new Comment(said.text(), said.decoded(), said.from(), said.to()));
    }
  }
}
