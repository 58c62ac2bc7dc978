package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Keys;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.port.Directory.KnownCaller;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.util.Optional;

/**
 * Old residents of an estate that wants it so: a person at once, the machine when nobody answers.
 */
final class StraightStep {
  private final Scene scene;
  private final PersonStep person;
  private final ComplaintStep complaint;
  private final Optional<Prompt> why;
  private boolean greeted;
  private boolean rung;

  /**
   * @param why what she has been phoned for in vain; said, and not asked about
   */
  StraightStep(Scene scene, PersonStep person, ComplaintStep complaint, Optional<Prompt> why) {
    this.scene = scene;
    this.person = person;
    this.complaint = complaint;
    this.why = why;
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
    Prompt greeting = scene.sayings().greeting("greeting-person", scene);
    Heard heard =
        scene.talk().turn(why.map(greeting::then).orElse(greeting), Listening.whileSaying());
    if (heard instanceof Keys keys && keys.digits().equals("1")) {
      throw scene.emergencyKeyed();
    }
    if (heard instanceof Words words) {
      new PlaceNotes(scene).fromAnswer(words.text());
    }
  }
}
