package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Keys;
import cn.wuye.hotline.ivr.conversation.Heard.Silence;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.ProgressWanted;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.port.KnownIncident;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import java.util.Optional;

/**
 * She is told first what is known to go on where she lives. She may add to it, ask to be told when
 * it is over, or hang up; what is another matter goes the ordinary way.
 */
final class IncidentStep {
  /** To be told when it is over; 1 is for emergencies everywhere. */
  private static final String TELL_ME = "9";

  private final Scene scene;
  private final KnownIncident incident;
  private final ComplaintStep complaint;
  private boolean told;

  IncidentStep(Scene scene, KnownIncident incident, ComplaintStep complaint) {
    this.scene = scene;
    this.incident = incident;
    this.complaint = complaint;
  }

  /** Can be entered again; nobody is told twice. */
  void run() {
    if (told) {
      complaint.run();
      return;
    }
    told = true;
    scene.office().incidents().heard(scene.call(), incident);
    scene.file().about(incident);
    Heard heard =
        scene.talk().turn(scene.sayings().incidentGreeting(scene, incident), Listening.open());
    if (heard instanceof Silence) {
      heard = scene.talk().turn(scene.sayings().say("incident-again"), Listening.open());
    }
    if (heard instanceof Words words) {
      words(words);
    } else if (heard instanceof Keys keys) {
      keys(keys.digits());
    } else {
      enough();
    }
  }

  private void words(Words words) {
    String text = words.text();
    Commands commands = scene.ears().commands();
    if (!words.decoded() || text.isEmpty()) {
      add();
    } else if (nothingElse(text) && commands.wantsToBeTold(text)) {
      scene.file().notComplained(text);
      tellHer();
    } else if (nothingElse(text) && commands.closing(text)) {
      scene.file().notComplained(text);
      enough();
    } else if (commands.asksProgress(text)) {
      scene.file().about(null);
      throw new ProgressWanted(text);
    } else {
      told(text);
    }
  }

  /** Whether a short answer is nothing but that: what she tells besides must not be lost. */
  private boolean nothingElse(String text) {
    return !scene.ears().commands().saysMore(text) && scene.file().sure(text).isEmpty();
  }

  private void told(String text) {
    String building = scene.file().place().building();
    new PlaceNotes(scene).fromAnswer(text);
    Optional<Intent> sure = scene.file().sure(text);
    boolean moved = !scene.file().place().building().equals(building);
    if (moved || sure.filter(each -> !scene.file().isAbout(each)).isPresent()) {
      another(sure);
    } else if (scene.ears().commands().wantsToBeTold(text)) {
      tellHer();
    } else {
      add();
    }
  }

  private void keys(String digits) {
    if (digits.equals(TELL_ME)) {
      tellHer();
      return;
    }
    scene.file().about(null);
    new ProblemStep(scene).keyed(digits);
    complaint.resumeWith("ask-problem-again");
    complaint.run();
  }

  /** Something else, or somewhere else. */
  private void another(Optional<Intent> sure) {
    scene.file().about(null);
    sure.ifPresent(scene.file()::intent);
    complaint.resumeWith("ask-problem-again");
    complaint.run();
  }

  private void add() {
    scene.file().intent(incident.intent());
    OpenedTicket ticket = scene.put(Completeness.COMPLETE);
    scene.file().settled();
    scene.talk().say(scene.sayings().ticket("incident-added", ticket));
    scene.talk().say(scene.sayings().say("goodbye"));
  }

  private void tellHer() {
    scene.file().note("要求恢复后通知", "");
    scene.file().intent(incident.intent());
    scene.put(Completeness.COMPLETE);
    scene.file().settled();
    scene.talk().say(scene.sayings().say("incident-promised"));
    scene.talk().say(scene.sayings().say("goodbye"));
  }

  /** She only wanted to know. */
  private void enough() {
    if (scene.file().nothing()) {
      scene.served();
    }
    scene.talk().say(scene.sayings().say("goodbye"));
  }
}
