package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.conversation.EmergencyHeard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.PersonWanted;
import cn.wuye.hotline.ivr.conversation.ProgressWanted;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.util.Map;
import java.util.Optional;

/** What has happened: an open question, and keys for who is not understood. */
final class ProblemStep {
  private static final Map<String, String> CATEGORIES =
      Map.of("2", "facilities", "3", "environment", "4", "security", "5", "fees", "6", "other");
  private static final Map<String, String> LABELS =
      Map.of("2", "修东西", "3", "卫生", "4", "安全停车", "5", "收费", "6", "其他");

  private final Scene scene;

  ProblemStep(Scene scene) {
    this.scene = scene;
  }

  private sealed interface Problem {}

  private record Understood(Intent intent) implements Problem {}

  private record Keyed(String key) implements Problem {}

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
        Question.<Problem>asking(opening(opening), Listening.open())
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

  private Prompt opening(String key) {
    return key.equals("greeting") ? scene.sayings().greeting(key, scene) : scene.sayings().say(key);
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

  private void take(String key) {
    scene.file().note("按键" + key, LABELS.getOrDefault(key, ""));
    scene.file().category(CATEGORIES.getOrDefault(key, "other"));
  }

  /** A recording is a success; the category is asked once, and only to send the right people. */
  private void askCategory() {
    Question<String> question =
        Question.<String>asking(scene.sayings().say("ask-category"), Listening.open())
            .withWords(text -> Optional.empty())
            .withKeys(this::key);
    Answer<String> answer = scene.talk().ask(question);
    if (answer instanceof Answer.Understood<String> understood) {
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
    return scene.file().sure(text).map(Understood::new);
  }

  private Optional<String> key(String digits) {
    if (digits.equals("1")) {
      scene.file().note("按键1", "紧急情况");
      throw new EmergencyHeard("", "");
    }
    if (digits.equals("7")) {
      throw new ProgressWanted("");
    }
    return Optional.of(digits).filter(CATEGORIES::containsKey);
  }
}
