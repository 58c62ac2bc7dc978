package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.intent.Place;

/** Whether the hotline may know her the next time. Asked after the ticket, once. */
final class RememberStep {
  private final Scene scene;

  RememberStep(Scene scene) {
    this.scene = scene;
  }

  /** Asks who is not known and has not said no before; what is no clear answer stores nothing. */
  void run() {
    Place place = scene.file().place();
    boolean worth = place.estateKnown() && !place.building().isEmpty();
    boolean may = scene.incoming().caller().filter(scene.directory()::mayAskToRemember).isPresent();
    if (!worth || !may) {
      return;
    }
    scene.file().noting(false);
    Answer<Boolean> answer =
        scene.talk().ask(YesNo.ask(scene, scene.sayings().say("ask-remember")));
    scene.file().noting(true);
    if (answer instanceof Answer.Understood<Boolean> understood) {
      scene.remember(understood.value());
      scene.talk().say(scene.sayings().say(understood.value() ? "remembered" : "not-remembered"));
    }
  }
}
