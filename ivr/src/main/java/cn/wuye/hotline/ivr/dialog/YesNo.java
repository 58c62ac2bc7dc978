package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.util.Optional;

/** Questions with the answers yes (1) and no (2). */
final class YesNo {
  private YesNo() {}

  /** Asked once. */
  static Question<Boolean> ask(Scene scene, Prompt prompt) {
    return Question.<Boolean>asking(prompt, listening(scene))
        .withWords(text -> scene.ears().commands().yesOrNo(text))
        .withKeys(YesNo::key);
  }

  static Listening listening(Scene scene) {
    return Listening.choice(scene.ears().commands().yesAndNo(), 1);
  }

  private static Optional<Boolean> key(String digits) {
    return switch (digits) {
      case "1" -> Optional.of(true);
      case "2" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
