package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.CallTooLong;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.EmergencyHeard;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Patience;
import cn.wuye.hotline.ivr.conversation.PersonWanted;
import cn.wuye.hotline.ivr.conversation.Talk;
import cn.wuye.hotline.ivr.intent.CallBackTime;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.intent.SurveyWords;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.Directory.Estate;
import cn.wuye.hotline.ivr.port.KnownIncidents;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.PersonQueues;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketProgress;
import cn.wuye.hotline.ivr.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation with a resident who is phoned back after her ticket was solved (four questions
 * at most, answered by a word or a key), or for a survey that belongs to no ticket. One instance
 * serves all calls.
 */
public final class SurveyDialog {
  /** What a survey takes at most, unless a person or an emergency comes between. */
  static final Duration LONGEST = Duration.ofSeconds(90);

  private static final Logger LOG = LoggerFactory.getLogger(SurveyDialog.class);

  /** Nothing is asked later than this, so that the longest question and the good-bye still fit. */
  private static final Duration ASKING = Duration.ofSeconds(66);

  /** A word that is heard again after two clear denials is only a word. */
  private static final int MOST_ALARMS = 3;

  private final TicketDesk desk;
  private final Directory directory;
  private final PersonQueues queues;
  private final Clock clock;
  private final PlaceReaders places;
  private final Commands commands = Commands.shipped();
  private final SurveyScene.Ears ears =
      new SurveyScene.Ears(SurveyWords.shipped(), CallBackTime.shipped());

  /**
   * @param desk opens tickets for what she tells besides
   * @param queues where she waits when she wants a person
   * @param clock that of the conversations
   */
  public SurveyDialog(TicketDesk desk, Directory directory, PersonQueues queues, Clock clock) {
    this.desk = desk;
    this.directory = directory;
    this.queues = queues;
    this.clock = clock;
    this.places = new PlaceReaders(directory);
  }

  /**
   * Holds the conversation to its end. Returns normally also when she hung up: what she answered
   * until then has been handed on. {@link SurveyCall#ended()} is left to who began the call.
   *
   * @param wording what is said and understood in this call
   */
  public void run(Conversation conversation, SurveyCall survey, Wording wording) {
    Instant answered = conversation.call().answeredAt();
    SurveyScene scene = survey(conversation, survey, wording, answered);
    try {
      new Held(scene, step(scene, new SurveyOpening(scene)::run)).converse();
      conversation.hangUp();
    } catch (HangUp gone) {
      LOG.debug("call {}: {}", conversation.call().id(), gone.getMessage());
    }
  }

  /**
   * The same with a resident who has phoned back and agreed to answer: begins with the questions.
   * The call is not ended.
   *
   * @param first what she has answered already
   * @param words with which she has agreed; empty for a key
   * @throws HangUp when she hung up; what she answered until then has been handed on
   */
  void goOn(
      Conversation conversation,
      SurveyCall survey,
      Wording wording,
      Optional<Solved> first,
      Optional<Heard> words) {
    SurveyScene scene = survey(conversation, survey, wording, clock.instant());
    words.ifPresent(scene.matter()::heard);
    new Held(scene, step(scene, () -> new SurveyOpening.Begins(first))).converse();
  }

  private static AskingStep step(SurveyScene scene, Supplier<SurveyOpening.Outcome> opening) {
    return scene.about().aboutTicket()
        ? new SurveyStep(scene, opening)
        : new PollStep(scene, opening);
  }

  SurveyScene.Ears ears() {
    return ears;
  }

  private SurveyScene survey(
      Conversation conversation, SurveyCall survey, Wording wording, Instant begun) {
    SurveyMatter matter = new SurveyMatter(survey, ears.words());
    Scene scene = scene(conversation, survey, wording, matter);
    scene.file().place(survey.about().place());
    scene.file().aside(true);
    return new SurveyScene(
        scene, survey, matter, ears, new SurveySayings(wording.catalogue()), begun, clock);
  }

  private Scene scene(
      Conversation conversation, SurveyCall survey, Wording wording, SurveyMatter matter) {
    IntentReader reader =
        wording.intents().withNames(directory.estates().stream().map(Estate::name).toList());
    CaseFile file = new CaseFile(commands, reader, new CallDialect(conversation.call(), directory));
    Talk.Memory memory =
        new Talk.Memory() {
          @Override
          public void heard(Heard heard) {
            file.heard(heard);
            boolean wish =
                heard instanceof Heard.Words words
                    && commands.wantsDialect(words.text()).isPresent();
            if (!wish) {
              matter.heard(heard);
            }
          }

          @Override
          public void dialect(String code) {
            file.dialect(code);
          }

          @Override
          public boolean listensForDialect() {
            return false;
          }

          @Override
          public void spoke(Heard.Words words) {
            // Her complaint has told what her answers could.
          }

          @Override
          public String dialect() {
            return file.dialect();
          }

          @Override
          public List<String> dialects() {
            return file.dialects();
          }
        };
    return new Scene(
        conversation.call(),
        new Talk(
            conversation,
            new Talk.Understanding(
                wording.emergencies(), commands, new Sayings(wording.catalogue())),
            memory,
            new Patience(clock, ASKING)),
        file,
        wording,
        wording.hours().isOpen(conversation.call().answeredAt()),
        new Scene.Ears(wording.emergencies(), commands, reader),
        places.current(),
        new Scene.Office(directory, desk, TicketProgress.NONE, KnownIncidents.NONE, queues),
        Optional.empty());
  }

  /** One survey that is held. */
  private static final class Held {
    private final SurveyScene survey;
    private final Scene scene;
    private final AskingStep step;
    private final SurveyPersonStep person;
    private boolean alarmed;

    Held(SurveyScene survey, AskingStep step) {
      this.survey = survey;
      this.scene = survey.scene();
      this.step = step;
      this.person = new SurveyPersonStep(survey);
    }

    /**
     * @throws HangUp when she hung up; what she said last counts, too
     */
    void converse() {
      try {
        ask();
      } catch (HangUp gone) {
        hungUp(gone);
        throw gone;
      }
    }

    private void ask() {
      Runnable next = step::run;
      int alarms = 0;
      while (true) {
        try {
          next.run();
          return;
        } catch (PersonWanted wanted) {
          LOG.info("call {}: {}, rings the service desk next", scene.call(), wanted.getMessage());
          next = person::run;
        } catch (EmergencyHeard heard) {
          survey.matter().forget();
          EmergencyStep emergency = new EmergencyStep(scene, heard);
          if (++alarms <= MOST_ALARMS && confirmed(emergency)) {
            next = () -> help(emergency);
          }
          LOG.info("call {}: {}, alarm: {}", scene.call(), heard.getMessage(), alarmed);
        } catch (CallTooLong tooLong) {
          LOG.info("call {}: {}, says good-bye next", scene.call(), tooLong.getMessage());
          next = step::finish;
        }
      }
    }

    private boolean confirmed(EmergencyStep emergency) {
      scene.file().ordinary();
      alarmed = true;
      alarmed = emergency.confirmed();
      survey.matter().forget();
      scene.file().aside(!alarmed);
      return alarmed;
    }

    /** The ticket first, which is told before anybody is rung. */
    private void help(EmergencyStep emergency) {
      survey.matter().link(scene, scene.file().intent());
      tell(scene.put(Completeness.UNFINISHED));
      emergency.run();
    }

    private void tell(OpenedTicket ticket) {
      survey.answers().toldElse(ticket);
    }

    private void hungUp(HangUp gone) {
      if (alarmed) {
        if (!scene.file().isSettled()) {
          tell(scene.put(Completeness.UNFINISHED));
        }
        return;
      }
      gone.heard().ifPresent(this::heardLast);
    }

    private void heardLast(Heard heard) {
      if (heard instanceof Heard.EmergencyWord emergency) {
        survey.matter().heard(words(emergency));
      } else {
        survey.matter().heard(heard);
      }
      survey.matter().settle(scene, !step.commented(), Completeness.UNFINISHED);
    }

    private static Heard words(Heard.EmergencyWord said) {
      String text = said.text().isEmpty() ? said.word() : said.text();
      return new Heard.Words(text, 1, true, said.from(), said.to());
    }
  }
}
