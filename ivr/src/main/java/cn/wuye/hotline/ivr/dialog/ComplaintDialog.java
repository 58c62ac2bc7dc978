package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.CallTooLong;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.EmergencyHeard;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Patience;
import cn.wuye.hotline.ivr.conversation.PersonWanted;
import cn.wuye.hotline.ivr.conversation.ProgressWanted;
import cn.wuye.hotline.ivr.conversation.Talk;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.Directory.Estate;
import cn.wuye.hotline.ivr.port.KnownIncident;
import cn.wuye.hotline.ivr.port.KnownIncidents;
import cn.wuye.hotline.ivr.port.MissedSurvey;
import cn.wuye.hotline.ivr.port.MissedSurveys;
import cn.wuye.hotline.ivr.port.PersonQueues;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketProgress;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation in which a resident's complaint becomes a ticket. One instance serves all calls.
 */
public final class ComplaintDialog {
  private static final Logger LOG = LoggerFactory.getLogger(ComplaintDialog.class);

  /** No complaint takes so long; who still talks with the machine then is told good-bye. */
  private static final Duration LONGEST = Duration.ofMinutes(7);

  /** A word that is heard again after two clear denials is only a word. */
  private static final int MOST_ALARMS = 3;

  private final TicketDesk desk;
  private final Directory directory;
  private final TicketProgress progress;
  private final KnownIncidents incidents;
  private final MissedSurveys missed;
  private final PersonQueues queues;
  private final SurveyDialog surveys;
  private final Clock clock;
  private final Commands commands = Commands.shipped();
  private final PlaceReaders places;

  /**
   * @param missed what callers may have been phoned for in vain
   * @param queues where those wait who want a person
   * @param clock that of the conversations
   */
  public ComplaintDialog(
      TicketDesk desk,
      Directory directory,
      TicketProgress progress,
      KnownIncidents incidents,
      MissedSurveys missed,
      PersonQueues queues,
      Clock clock) {
    this.desk = desk;
    this.directory = directory;
    this.progress = progress;
    this.incidents = incidents;
    this.missed = missed;
    this.queues = queues;
    this.surveys = new SurveyDialog(desk, directory, queues, clock);
    this.clock = clock;
    this.places = new PlaceReaders(directory);
  }

  /**
   * Holds the conversation to its end. Returns normally also when the caller hung up: what she said
   * until then is a ticket. A runtime exception (the desk cannot take the ticket) leaves the call
   * up, so that the telephone's own fallback can serve the caller.
   *
   * @param wording what is said and understood in this call
   */
  public void run(Conversation conversation, Wording wording) {
    IntentReader reader = wording.intents().withNames(estateNames());
    Scene.Ears ears = new Scene.Ears(wording.emergencies(), commands, reader);
    CaseFile file = new CaseFile(commands, reader, new CallDialect(conversation.call(), directory));
    Talk talk =
        new Talk(
            conversation,
            new Talk.Understanding(
                wording.emergencies(), commands, new Sayings(wording.catalogue())),
            file,
            new Patience(clock, LONGEST));
    Scene scene =
        new Scene(
            conversation.call(),
            talk,
            file,
            wording,
            wording.hours().isOpen(conversation.call().answeredAt()),
            ears,
            places.current(),
            new Scene.Office(directory, desk, progress, incidents, queues),
            Optional.empty());
    try {
      new PlaceNotes(scene).fromNumber(conversation.call());
      converse(scene.with(incident(file)), conversation);
      conversation.hangUp();
    } catch (HangUp hangUp) {
      hangUp.heard().ifPresent(heard -> heardLast(scene, heard));
      keep(scene);
    }
  }

  private Optional<KnownIncident> incident(CaseFile file) {
    return file.place().estateKnown() ? incidents.at(file.place()) : Optional.empty();
  }

  private void converse(Scene scene, Conversation conversation) {
    // What goes on where she lives is told first, and then nothing is asked besides.
    Optional<MissedSurvey> phoned =
        scene.incident().isPresent() ? Optional.empty() : missed.of(conversation.call());
    try {
      converse(scene, conversation, phoned);
    } finally {
      phoned.ifPresent(each -> each.survey().ended());
    }
  }

  private void converse(Scene scene, Conversation conversation, Optional<MissedSurvey> phoned) {
    ComplaintStep complaint = new ComplaintStep(scene);
    PersonStep person = new PersonStep(scene);
    Runnable step = first(scene, conversation, phoned, person, complaint);
    int alarms = 0;
    while (true) {
      try {
        step.run();
        return;
      } catch (PersonWanted wanted) {
        LOG.info("call {}: {}, rings the service desk next", scene.call(), wanted.getMessage());
        scene.file().ordinary();
        step = person::run;
      } catch (ProgressWanted wanted) {
        LOG.info("call {}: {}, looks it up next", scene.call(), wanted.getMessage());
        step = new ProgressStep(scene, complaint, wanted.text())::run;
      } catch (EmergencyHeard heard) {
        scene.file().ordinary();
        EmergencyStep emergency = new EmergencyStep(scene, heard);
        boolean alarm = ++alarms <= MOST_ALARMS && emergency.confirmed();
        LOG.info("call {}: {}, {}", scene.call(), heard.getMessage(), alarm ? "alarm" : "denied");
        if (alarm) {
          step = emergency::run;
        } else {
          complaint.resumeWith("ask-problem-after-denial");
        }
      } catch (CallTooLong tooLong) {
        LOG.info("call {}: {}, says good-bye next", scene.call(), tooLong.getMessage());
        keep(scene);
        scene.talk().farewell(scene.sayings().say("goodbye-long"));
        return;
      }
    }
  }

  private Runnable first(
      Scene scene,
      Conversation conversation,
      Optional<MissedSurvey> phoned,
      PersonStep person,
      ComplaintStep complaint) {
    if (StraightStep.isFor(scene)) {
      Optional<Prompt> why = phoned.map(each -> PhonedBackStep.told(scene, each, clock.instant()));
      return new StraightStep(scene, person, complaint, why)::run;
    }
    return scene
        .incident()
        .<Runnable>map(known -> new IncidentStep(scene, known, complaint)::run)
        .or(() -> phoned.map(each -> offer(scene, conversation, each, complaint)))
        .orElse(complaint::run);
  }

  private Runnable offer(
      Scene scene, Conversation conversation, MissedSurvey phoned, ComplaintStep complaint) {
    PhonedBackStep.Survey survey =
        new PhonedBackStep.Survey() {
          @Override
          public SurveyScene.Ears ears() {
            return surveys.ears();
          }

          @Override
          public Instant now() {
            return clock.instant();
          }

          @Override
          public void ask(Optional<Solved> first, Optional<Heard> words) {
            surveys.goOn(conversation, phoned.survey(), scene.wording(), first, words);
          }
        };
    return new PhonedBackStep(scene, phoned, complaint, survey)::run;
  }

  private static void heardLast(Scene scene, Heard heard) {
    if (scene.file().isAside()) {
      return;
    }
    scene.file().noting(true);
    scene.file().heard(heard);
    if (heard instanceof Heard.Words words) {
      new PlaceNotes(scene).fromSentence(words.text());
    }
  }

  /** Whatever the caller has told becomes a ticket; who has told nothing leaves none. */
  private void keep(Scene scene) {
    if (!scene.file().nothing() && !scene.file().isSettled()) {
      scene.put(Completeness.UNFINISHED);
    }
  }

  private List<String> estateNames() {
    return directory.estates().stream().map(Estate::name).toList();
  }
}
