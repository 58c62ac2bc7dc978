package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * The ordinary way of a call: what, where, is that right, here is your number. Can be entered again
 * after an interruption and asks only what is still unknown.
 */
final class ComplaintStep {
  private static final int MOST_CORRECTIONS = 2;

  private final Scene scene;
  private String opening = "greeting";
  private int corrections;
  private boolean detailsAsked;

  ComplaintStep(Scene scene) {
    this.scene = scene;
  }

  /** How the question goes on when the call comes back from somewhere else. */
  void resumeWith(String key) {
    opening = key;
  }

  void run() {
    if (scene.file().isSettled()) {
      scene.talk().say(scene.sayings().say("goodbye"));
      return;
    }
    while (true) {
      if (!scene.file().intentKnown() && !new ProblemStep(scene).run(opening)) {
        new MessageStep(scene).run("record-message");
        return;
      }
      new PlaceStep(scene).run();
      askDetails();
      if (!worthConfirming() || new ConfirmStep(scene).run() || ++corrections > MOST_CORRECTIONS) {
        finish();
        return;
      }
      scene.file().intent(null);
      scene.file().forgetWords();
      scene.file().place(Place.UNKNOWN);
      opening = "ask-problem-corrected";
    }
  }

  /** Who has only pressed a key is asked once what it is about; the recording has it. */
  private void askDetails() {
    if (!scene.file().spoke() && !detailsAsked) {
      detailsAsked = true;
      Listening listening = Listening.message().withNoInput(Duration.ofSeconds(5));
      if (scene.talk().turn(scene.sayings().say("ask-details"), listening) instanceof Words) {
        scene.file().refine();
      }
    }
  }

  private boolean worthConfirming() {
    Intent intent = scene.file().intent();
    return !intent.equals(Intent.UNKNOWN) || !scene.file().place().building().isEmpty();
  }

  private void finish() {
    EarlierStep earlier = new EarlierStep(scene);
    Optional<TicketStatus> known = earlier.ask();
    OpenedTicket ticket = scene.put(Completeness.COMPLETE);
    if (known.isPresent()) {
      earlier.finish(known.get(), ticket);
      return;
    }
    scene.file().settled();
    scene.talk().say(scene.sayings().ticket("ticket-opened", ticket));
    new RememberStep(scene).run();
    scene.talk().say(scene.sayings().say("goodbye"));
  }
}
