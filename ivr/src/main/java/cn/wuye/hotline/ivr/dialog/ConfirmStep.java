package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.prompt.Prompt;

/** A short read-back. */
final class ConfirmStep {
  private final Scene scene;

  ConfirmStep(Scene scene) {
    this.scene = scene;
  }

  /** Whether it is right; only a no is a no: who says nothing has nothing to correct. */
  boolean run() {
    scene.file().noting(false);
    Question<Boolean> question =
        YesNo.ask(scene, readBack("confirm"))
            .then(readBack("confirm-again"), YesNo.listening(scene))
            .then(scene.sayings().say("confirm-keys"), YesNo.listening(scene))
            .withRecording(true);
    try {
      Answer<Boolean> answer = scene.talk().ask(question);
      return !(answer instanceof Answer.Understood<Boolean> understood) || understood.value();
    } finally {
      scene.file().noting(true);
    }
  }

  private Prompt readBack(String key) {
    return scene
        .sayings()
        .readBack(key, scene.estateName(), scene.file().place(), scene.file().intent());
  }
}
