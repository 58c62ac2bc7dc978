package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.port.SurveyAnswers.Comment;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How she is asked in every survey. What she says while she hangs up counts as well; what she tells
 * besides becomes a ticket.
 */
final class SurveyTurns {
  /** In less time nobody says anything. */
  private static final Duration SHORTEST_WORDS = Duration.ofSeconds(8);

  private final SurveyScene scene;

  SurveyTurns(SurveyScene scene) {
    this.scene = scene;
  }

  /**
   * Puts a question and looks at what was told besides.
   *
   * @param take gets what she has answered, at once
   * @return empty when nothing was understood
   */
  <T> Optional<T> put(Question<T> question, Consumer<T> take) {
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

  /**
   * How long she may speak now.
   *
   * @param around what comes before her words and after them
   * @return empty when too little time is left
   */
  Optional<Duration> timeForWords(Duration around) {
    return Optional.of(SurveyDialog.LONGEST.minus(scene.elapsed()).minus(around))
        .filter(left -> left.compareTo(SHORTEST_WORDS) >= 0);
  }

  /** Lets her speak; a word that only ends the call is none of hers. */
  void hear(Prompt prompt, Duration longest, Consumer<Comment> take) {
    Listening listening =
        Listening.message().withNoInput(Duration.ofSeconds(4)).withLongest(longest);
    try {
      keep(scene.talk().turn(prompt, listening), take);
    } catch (HangUp gone) {
      gone.heard().ifPresent(heard -> keep(heard, take));
      throw gone;
    }
  }

  private void keep(Heard heard, Consumer<Comment> take) {
    if (heard instanceof Words said && !scene.scene().ears().commands().closing(said.text())) {
      take.accept(new Comment(said.text(), said.decoded(), said.from(), said.to()));
    }
  }

  /** What was told besides. */
  void elsewhere(boolean answered) {
    scene
        .matter()
        .settle(scene.scene(), answered, Completeness.COMPLETE)
        .ifPresent(
            ticket -> scene.talk().say(scene.scene().sayings().ticket("survey-told-else", ticket)));
  }
}
