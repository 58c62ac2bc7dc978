package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Keys;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.port.Directory.KnownCaller;

/**
 * Old residents of an estate that wants it so: a person at once, the machine when nobody answers.
 */
final class StraightStep {
  private final Scene scene;
  private final PersonStep person;
  private final ComplaintStep complaint;
  private boolean greeted;
  private boolean rung;

  StraightStep(Scene scene, PersonStep person, ComplaintStep complaint) {
    this.scene = scene;
    this.person = person;
    this.complaint = complaint;
  }

  /** Whether the rule is for the one who calls. */
  static boolean isFor(Scene scene) {
    return scene
        .incoming()
        .caller()
        .flatMap(scene.directory()::caller)
        .filter(KnownCaller::straightToPerson)
        .isPresent();
  }

  /** Can be entered again; nobody is rung twice. */
  void run() {
    if (!greeted) {
      // Not again after a false alarm; the ringing it has promised still comes.
      greeted = true;
      greet();
    }
    if (!rung) {
      rung = true;
      if (person.talked()) {
        return;
      }
      complaint.resumeWith("person-unanswered-ask");
    }
    complaint.run();
  }

  private void greet() {
    scene.incident().ifPresent(known -> scene.office().incidents().heard(scene.call(), known));
    Heard heard =
        scene
            .talk()
            .turn(scene.sayings().greeting("greeting-person", scene), Listening.whileSaying());
    if (heard instanceof Keys keys && keys.digits().equals("1")) {
      throw scene.emergencyKeyed();
    }
    if (heard instanceof Words words) {
      new PlaceNotes(scene).fromAnswer(words.text());
    }
  }
}
