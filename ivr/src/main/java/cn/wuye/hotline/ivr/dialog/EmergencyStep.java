package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.EmergencyHeard;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Keys;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.intent.Emergency;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Danger: one short question, then the ticket, then the phones; everything else comes later. */
final class EmergencyStep {
  private static final Listening LISTENING =
      Listening.open().withNoInput(Duration.ofSeconds(4)).withLongest(Duration.ofSeconds(8));
  private static final List<String> INSTEAD = List.of("是", "就是", "只是");

  private final Scene scene;
  private final Optional<Emergency> danger;
  private final EmergencyHeard cause;

  EmergencyStep(Scene scene, EmergencyHeard cause) {
    this.scene = scene.with(scene.talk().alert());
    this.cause = cause;
    this.danger =
        scene
            .ears()
            .emergencies()
            .find(cause.text())
            .or(() -> scene.ears().emergencies().find(cause.word()));
  }

  /**
   * The short question. Silence, noise and anything else but a clear no confirm; so does hanging
   * up, because until she says no it is an emergency.
   */
  boolean confirmed() {
    scene.file().emergencyText(cause.text());
    scene.file().emergency(intent());
    new PlaceNotes(scene).fromSentence(cause.text());
    scene.file().noting(false);
    // Free recognition: a grammar would hear the "没有" of "没有人管啊" and nothing else.
    Heard answer = scene.talk().turn(scene.sayings().say("emergency-confirm"), LISTENING);
    scene.file().noting(true);
    boolean denied =
        (answer instanceof Keys keys && keys.digits().equals("2"))
            || (answer instanceof Words words && words.decoded() && denies(words.text()));
    if (denied) {
      scene.file().noEmergency(cause.text());
      if (answer instanceof Words words) {
        toldInstead(words.text());
      }
    }
    return !denied;
  }

  private boolean denies(String text) {
    return scene.ears().emergencies().denied(text)
        || scene
            .ears()
            .commands()
            .afterRefusal(text)
            .filter(rest -> rest.length() <= 1 || instead(rest))
            .isPresent();
  }

  /** "不是，是灯坏了" is a clear no that tells the matter; "不是小事，快来" is none. */
  private boolean instead(String rest) {
    return INSTEAD.stream().anyMatch(rest::startsWith)
        && scene.ears().emergencies().find(rest).isEmpty()
        && scene.file().sure(rest).isPresent();
  }

  private void toldInstead(String text) {
    scene
        .file()
        .sure(text)
        .ifPresent(
            told -> {
              scene.file().emergencyText(text);
              scene.file().intent(told);
            });
  }

  private Intent intent() {
    if (danger.isPresent() && !danger.get().group().vague()) {
      return danger.get().intent();
    }
    Intent known = scene.file().intent();
    boolean sure = known.confidence() >= IntentReader.SURE && !known.category().isEmpty();
    return sure
        ? new Intent(
            known.kind(), known.category(), known.subcategory(), "emergency", known.confidence())
        : new Intent("repair", "other", "other", "emergency", 1);
  }

  void run() {
    scene.put(Completeness.UNFINISHED);
    String rungFor = scene.file().place().estateId();
    Optional<PhoneLine> answered = ring();
    if (answered.isEmpty()) {
      scene.talk().say(scene.sayings().say("emergency-unanswered"));
      new PlaceStep(scene).run();
      // The place known now may have other people on duty than the company's general list.
      scene.put(Completeness.UNFINISHED);
      if (!scene.file().place().estateId().equals(rungFor)) {
        answered = ring();
      }
    }
    answered.ifPresent(line -> scene.file().note("已由值班人员接听", line.name()));
    OpenedTicket ticket = scene.put(Completeness.COMPLETE);
    scene.file().settled();
    String last = answered.isPresent() ? "emergency-connected" : "emergency-registered";
    scene.talk().say(scene.sayings().ticket(last, ticket));
  }

  private Optional<PhoneLine> ring() {
    List<PhoneLine> lines = scene.directory().onDuty(scene.file().place().estateId());
    Prompt whisper =
        scene
            .sayings()
            .whisper(
                "emergency-whisper",
                scene.estateName(),
                scene.file().place(),
                scene.file().intent());
    String advice = danger.map(each -> each.group().advice()).orElse("advice-general");
    Prompt waiting = scene.sayings().say("emergency-waiting").then(scene.sayings().say(advice));
    // An agent of the queues may be faster than whoever is on duty, who is rung all the same.
    Optional<Beside> agent =
        scene.office().queues().alarm(scene.incoming(), PersonStep.needs(scene), whisper);
    return scene.talk().connect(lines, PersonStep.RING, waiting, whisper, agent);
  }
}
