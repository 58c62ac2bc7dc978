package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.port.Directory.KnownCaller;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.QueueNeeds;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A person: an agent of the queues; where there are none the service desk in its hours, then the
 * on-duty list; when nobody answers, a message.
 */
final class PersonStep {
  static final Duration RING = Duration.ofSeconds(20);

  private final Scene scene;
  private boolean rung;

  PersonStep(Scene scene) {
    this.scene = scene.with(scene.talk().calm());
  }

  /** Can be entered again; no phone of the directory is rung twice. */
  void run() {
    if (talked()) {
      return;
    }
    new MessageStep(scene).run("record-message");
  }

  /**
   * Looks for a person, unless that was done before; whether she is served: has talked with one, or
   * will be called back.
   */
  boolean talked() {
    if (!rung) {
      if (!scene.file().nothing()) {
        // Before anybody is rung: the caller may hang up, and this process may die, while it rings.
        scene.file().note("要找人工", "");
        scene.put(scene.file().isSettled() ? Completeness.COMPLETE : Completeness.UNFINISHED);
      }
      Optional<QueueStep.End> waited = waits();
      if (waited.isPresent() && waited.get() != QueueStep.End.IMPOSSIBLE) {
        return waited.get() == QueueStep.End.SERVED;
      }
      Optional<PhoneLine> answered = ring();
      if (answered.isPresent()) {
        talked(answered.get());
        return true;
      }
      scene.talk().say(scene.sayings().say("person-unanswered"));
    }
    return false;
  }

  /** How waiting in a queue ended; empty where there are no queues. */
  private Optional<QueueStep.End> waits() {
    return scene
        .office()
        .queues()
        .join(scene.incoming(), needs(scene))
        .map(wait -> new QueueStep(scene, wait).run());
  }

  /** What is known of a caller for the choice of a queue. */
  static QueueNeeds needs(Scene scene) {
    Optional<KnownCaller> known = scene.incoming().caller().flatMap(scene.directory()::caller);
    Intent intent = scene.file().intent();
    return new QueueNeeds(
        scene.file().place().estateId(),
        scene.file().dialect(),
        intent.equals(Intent.UNKNOWN) ? "" : intent.category(),
        intent.emergency(),
        known.filter(KnownCaller::straightToPerson).isPresent());
  }

  private Optional<PhoneLine> ring() {
    String estate = scene.file().place().estateId();
    List<PhoneLine> lines =
        scene.deskOpen() ? scene.directory().serviceDesk(estate) : scene.directory().onDuty(estate);
    if (!scene.deskOpen()) {
      // Said to its end, before the ringing, which may fail at once.
      scene.talk().say(scene.sayings().say("desk-closed"));
    }
    Prompt whisper =
        scene
            .sayings()
            .whisper(
                "person-whisper", scene.estateName(), scene.file().place(), scene.file().intent());
    rung = true;
    return scene.talk().connect(lines, RING, scene.sayings().say("person-waiting"), whisper);
  }

  private void talked(PhoneLine line) {
    scene.file().note("已由人工接听", line.name());
    OpenedTicket ticket = scene.put(Completeness.COMPLETE);
    scene.file().settled();
    scene.talk().farewell(scene.sayings().ticket("person-talked", ticket));
  }
}
