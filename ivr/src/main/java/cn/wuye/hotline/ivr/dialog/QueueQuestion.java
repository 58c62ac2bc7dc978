package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.port.QueueMove.Choice;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.Optional;

/** What a caller who waits for a person wants: by key, or in words of her own. */
final class QueueQuestion {
  /** She is out of the queue meanwhile, so it is short. */
  private static final Listening LISTENING =
      Listening.open().withNoInput(Duration.ofSeconds(4)).withLongest(Duration.ofSeconds(10));

  /** Who says more than so many characters tells something. */
  private static final int COMPLAINT = 5;

  private final Scene scene;

  QueueQuestion(Scene scene) {
    this.scene = scene;
  }

  /** What she wants. */
  enum Wish {
    WAIT,
    CALL_BACK,
    MACHINE
  }

  /**
   * Who says nothing goes on waiting; where nobody would come, she tells the machine.
   *
   * @param before what she hears before the question, in the same breath
   */
  Wish ask(Choice choice, Prompt before) {
    String key =
        !choice.waiting()
            ? "queue-choice-back"
            : choice.callBack() ? "queue-choice" : "queue-choice-wait";
    Prompt options = scene.sayings().say(key);
    Prompt first = new Prompt(key, before.then(options).pieces());
    // "给我回电话" is no complaint.
    scene.file().noting(false);
    try {
      Answer<Wish> answer = scene.talk().ask(question(choice, first, options));
      if (answer instanceof Answer.Understood<Wish> wish) {
        return wish.value();
      }
      return choice.waiting() ? Wish.WAIT : Wish.MACHINE;
    } finally {
      scene.file().noting(true);
    }
  }

  private Question<Wish> question(Choice choice, Prompt first, Prompt options) {
    Question<Wish> once =
        Question.<Wish>asking(first, LISTENING)
            .withWords(text -> said(text, choice))
            .withKeys(keys -> keyed(keys, choice));
    return choice.waiting()
        ? once
        : once.then(scene.sayings().say("queue-choice-again").then(options), LISTENING);
  }

  private Optional<Wish> said(String text, Choice choice) {
    Commands commands = scene.ears().commands();
    if (commands.wantsCallBack(text)) {
      return offered(Wish.CALL_BACK, choice);
    }
    if (commands.tellsMachine(text)) {
      return Optional.of(Wish.MACHINE);
    }
    if (commands.keepsWaiting(text)) {
      return offered(Wish.WAIT, choice);
    }
    if (text.length() > COMPLAINT) {
      scene.file().complained(text);
    }
    return Optional.empty();
  }

  private static Optional<Wish> keyed(String keys, Choice choice) {
    return switch (keys) {
      case "0", "1" -> offered(Wish.WAIT, choice);
      case "2" -> offered(Wish.CALL_BACK, choice);
      case "3" -> Optional.of(Wish.MACHINE);
      default -> Optional.empty();
    };
  }

  private static Optional<Wish> offered(Wish wish, Choice choice) {
    boolean possible = wish == Wish.WAIT ? choice.waiting() : choice.callBack();
    return possible ? Optional.of(wish) : Optional.empty();
  }
}
