package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.CallTooLong;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Talk;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.QueueMove;
import cn.wuye.hotline.ivr.port.QueueWait;
import cn.wuye.hotline.ivr.port.SurveyAnswers.Comment;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A person, while she is asked about a ticket: an agent of the queues, then the service desk in its
 * hours, else the on-duty list. It is no new complaint; when nobody answers, somebody phones her.
 */
final class SurveyPersonStep {
  /** Of an agent only the name is written down. */
  private static final PhoneNumber AGENT = new PhoneNumber("1000");

  private final SurveyScene scene;
  private final Talk talk;
  private boolean rung;
  private boolean noted;
  private String said = "";

  SurveyPersonStep(SurveyScene scene) {
    this.scene = scene;
    this.talk = scene.talk().calm();
  }

  /** Can be entered again after an interruption; nobody is rung twice. */
  void run() {
    Optional<PhoneLine> answered;
    try {
      answered = rung ? Optional.empty() : looksFor();
      if (answered.isEmpty()) {
        message();
      }
    } catch (HangUp | CallTooLong over) {
      // Of a hang-up it is not known whether somebody had answered: better one call too many.
      note();
      throw over;
    }
    if (answered.isPresent()) {
      scene.answers().talked(answered.get());
      talk.farewell(scene.say().say("survey-person-talked"));
    } else {
      note();
      talk.farewell(
          scene.say().say(scene.about().aboutTicket() ? "survey-end-person" : "poll-end-person"));
    }
  }

  private Optional<PhoneLine> looksFor() {
    rung = true;
    scene.answers().personWanted();
    return agent().or(this::ring);
  }

  private Optional<PhoneLine> agent() {
    Scene call = scene.scene();
    return call.office()
        .queues()
        .join(call.incoming(), PersonStep.needs(call))
        .flatMap(this::waits);
  }

  private Optional<PhoneLine> waits(QueueWait wait) {
    try {
      return found(wait);
    } catch (HangUp gone) {
      wait.answered().ifPresent(this::talked);
      throw gone;
    } finally {
      wait.close();
    }
  }

  /** Nobody has to phone her. */
  private void talked(String agent) {
    noted = true;
    scene.answers().talked(new PhoneLine(agent, AGENT));
  }

  /** Until she would be asked what she wants: it was us who phoned, so she is not kept longer. */
  private Optional<PhoneLine> found(QueueWait wait) {
    boolean told = false;
    QueueMove move = wait.next();
    while (move instanceof QueueMove.Do what) {
      if (!told) {
        told = true;
        // However little is left of the time for questions.
        talk.farewell(scene.say().say("person-waiting"));
      }
      Waited waited = talk.await(what.act());
      if (waited.how() == Waited.How.TALKED) {
        return Optional.of(new PhoneLine(wait.talked(waited.agent()), AGENT));
      }
      if (waited.how() == Waited.How.IMPOSSIBLE) {
        return Optional.empty();
      }
      wait.waited(waited);
      move = wait.next();
    }
    return Optional.empty();
  }

  private Optional<PhoneLine> ring() {
    Scene call = scene.scene();
    String estate = call.file().place().estateId();
    List<PhoneLine> lines =
        call.deskOpen() ? call.directory().serviceDesk(estate) : call.directory().onDuty(estate);
    Prompt whisper =
        call.sayings()
            .whisper(
                "survey-person-whisper",
                call.estateName(),
                call.file().place(),
                scene.about().intent());
    return talk.connect(lines, PersonStep.RING, scene.say().say("person-waiting"), whisper);
  }

  private void message() {
    Listening listening = Listening.message().withLongest(Duration.ofSeconds(30));
    try {
      keep(talk.turn(scene.say().say("survey-person-later"), listening));
    } catch (HangUp gone) {
      gone.heard().ifPresent(this::keep);
      throw gone;
    }
  }

  private void keep(Heard heard) {
    if (heard instanceof Words words) {
      said = words.text();
      scene.answers().comment(new Comment(words.text(), words.decoded(), words.from(), words.to()));
    }
  }

  /** Where no ticket waits for somebody to phone her, one is opened. */
  private void note() {
    if (!scene.about().aboutTicket() && !noted) {
      noted = true;
      scene.matter().callBack(scene.scene(), said);
    }
  }
}
