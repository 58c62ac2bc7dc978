package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.conversation.EmergencyHeard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.PersonWanted;
import cn.wuye.hotline.ivr.conversation.ProgressWanted;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.wording.KeyMenu;
import java.util.Optional;

/** What has happened: an open question, and keys for who is not understood. */
final class ProblemStep {
  private final Scene scene;

  ProblemStep(Scene scene) {
    this.scene = scene;
  }

  private sealed interface Problem {}

  private record Understood(Intent intent) implements Problem {}

  private record Keyed(KeyMenu.Key key) implements Problem {}

  private record Recorded() implements Problem {}

  /**
   * Asks until it is known what the matter is.
   *
   * @param opening key of the first prompt
   * @return false when she said something and it could not be understood
   * @throws PersonWanted also when nothing came back at all
   */
  boolean run(String opening) {
    Question<Problem> question =
        Question.<Problem>asking(first(opening), Listening.open())
            .then(scene.sayings().say("ask-problem-again"), Listening.open())
            .then(scene.sayings().say("ask-problem-keys"), Listening.open())
            .withWords(this::words)
            .withKeys(digits -> key(digits).map(Keyed::new))
            .withRecording(new Recorded());
    Answer<Problem> answer = scene.talk().ask(question);
    if (answer instanceof Answer.NoInput<Problem>) {
      throw new PersonWanted("nothing was said");
    }
    if (!(answer instanceof Answer.Understood<Problem> understood)) {
      return false;
    }
    take(understood.value());
    return true;
  }

  /** A key where something else was asked: what it means here, if anything. */
  void keyed(String digits) {
    key(digits).ifPresent(this::take);
  }

  /** Who is known is greeted with where she lives, and with what her estate has to tell. */
  private Prompt first(String opening) {
    return opening.equals("greeting")
        ? scene.sayings().greeting(opening, scene).then(scene.estateLine())
        : scene.sayings().say(opening);
  }

  private void take(Problem problem) {
    if (problem instanceof Understood understood) {
      scene.file().intent(understood.intent);
    } else if (problem instanceof Keyed keyed) {
      take(keyed.key);
    } else {
      askCategory();
    }
  }

  private void take(KeyMenu.Key key) {
    scene.file().note("按键" + key.key(), key.label());
    scene.file().category(key.target());
  }

  /** A recording is a success; the category is asked once, and only to send the right people. */
  private void askCategory() {
    Question<KeyMenu.Key> question =
        Question.<KeyMenu.Key>asking(scene.sayings().say("ask-category"), Listening.open())
            .withWords(text -> Optional.empty())
            .withKeys(this::key);
    Answer<KeyMenu.Key> answer = scene.talk().ask(question);
    if (answer instanceof Answer.Understood<KeyMenu.Key> understood) {
      take(understood.value());
    } else {
      scene.file().intent(Intent.UNKNOWN);
    }
  }

  private Optional<Problem> words(String text) {
    if (scene.ears().commands().asksProgress(text)) {
      throw new ProgressWanted(text);
    }
    new PlaceNotes(scene).fromAnswer(text);
    Optional<Intent> sure = scene.file().sure(text);
    if (sure.filter(Intent::emergency).isPresent()) {
      // Danger without one of its words, which would have interrupted: it is asked about all the
      // same.
      throw new EmergencyHeard("", text);
    }
    return sure.map(Understood::new);
  }

  private Optional<KeyMenu.Key> key(String digits) {
    if (digits.equals("1")) {
      throw scene.emergencyKeyed();
    }
    Optional<KeyMenu.Key> key = scene.wording().keys().find(digits);
    if (key.filter(each -> each.target().equals(KeyMenu.PERSON)).isPresent()) {
      throw new PersonWanted("key " + digits);
    }
    if (key.filter(each -> each.target().equals(KeyMenu.PROGRESS)).isPresent()) {
      throw new ProgressWanted("");
    }
    return key;
  }
}
