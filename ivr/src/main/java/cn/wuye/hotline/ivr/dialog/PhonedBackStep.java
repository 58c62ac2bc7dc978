package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Keys;
import cn.wuye.hotline.ivr.conversation.Heard.Silence;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.ProgressWanted;
import cn.wuye.hotline.ivr.dialog.PhonedBackWords.Meaning;
import cn.wuye.hotline.ivr.intent.CallBackAgreement;
import cn.wuye.hotline.ivr.intent.CallBackAgreement.Agreed;
import cn.wuye.hotline.ivr.intent.CallBackAgreement.Offered;
import cn.wuye.hotline.ivr.port.MissedSurvey;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyAnswers;
import cn.wuye.hotline.ivr.port.SurveyAnswers.Comment;
import cn.wuye.hotline.ivr.port.SurveyCase;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * She was phoned in vain and phones back: she is told why, and may answer now. Whatever else she
 * says goes the ordinary way; she is asked once, and never twice in the same words.
 */
final class PhonedBackStep {
  /** To answer now; 1 is for emergencies everywhere. */
  private static final String NOW = "9";

  private static final Listening LISTENING = Listening.open();

  private final Scene scene;
  private final MissedSurvey missed;
  private final ComplaintStep complaint;
  private final Survey survey;
  private final SurveySayings sayings;
  private final PhonedBackWords meanings;
  private @Nullable Words undecoded;
  private boolean told;
  private boolean refused;

  /** How she is asked. */
  interface Survey {
    /** What understands her. */
    SurveyScene.Ears ears();

    Instant now();

    /** Asks her to the end. */
    void ask(Optional<Solved> first, Optional<Heard> words);
  }

  PhonedBackStep(Scene scene, MissedSurvey missed, ComplaintStep complaint, Survey survey) {
    this.scene = scene;
    this.missed = missed;
    this.complaint = complaint;
    this.survey = survey;
    this.sayings = new SurveySayings(scene.wording().catalogue());
    this.meanings =
        new PhonedBackWords(
            survey.ears().words(),
            new SurveyMatter(missed.survey(), survey.ears().words()),
            scene.ears().commands());
  }

  /** Why she was phoned, for who is rung through to a person. */
  static Prompt told(Scene scene, MissedSurvey missed, Instant now) {
    SurveyCase about = missed.survey().about();
    return new SurveySayings(scene.wording().catalogue())
        .missed(
            "missed-told", about, missed.calledAt(), LocalDateTime.ofInstant(now, about.zone()));
  }

  /** Can be entered again; nobody is told twice. */
  void run() {
    if (told) {
      complaint.run();
      return;
    }
    told = true;
    Heard heard = listen(sayings.missed("greeting-missed", about(), missed.calledAt(), herNow()));
    if (nothing(heard)) {
      heard = listen(sayings.say("missed-again"));
    }
    answered(heard);
  }

  private void answered(Heard heard) {
    if (heard instanceof Keys keys) {
      keys(keys.digits());
    } else if (heard instanceof Words words && words.decoded()) {
      words(words);
    } else {
      ordinary();
    }
  }

  private void keys(String digits) {
    if (digits.equals(NOW)) {
      ask(Optional.empty(), Optional.empty());
      return;
    }
    new ProblemStep(scene).keyed(digits);
    ordinary();
  }

  private void words(Words words) {
    String text = words.text();
    switch (meaning(text)) {
      case ANSWERS -> ask(meanings.answer(text), Optional.of(words));
      case AGREES -> ask(Optional.empty(), Optional.of(words));
      case DECLINES -> {
        answers().declined();
        anythingElse(text, sayings.say("missed-declined"));
      }
      case REFUSES -> anythingElse(text, later(text));
      case ASKS_PROGRESS -> throw new ProgressWanted(text);
      case TELLS -> tells(text);
      case NOTHING -> ordinary();
    }
  }

  private Meaning meaning(String text) {
    return meanings.read(text, scene.file().sure(text));
  }

  private void tells(String text) {
    new PlaceNotes(scene).fromSentence(text);
    scene.file().sure(text).ifPresent(scene.file()::intent);
    ordinary();
  }

  private void ordinary() {
    complaint.resumeWith("ask-problem-again");
    complaint.run();
  }

  /** What she says to it is no complaint, and no ticket is made of it. */
  private void ask(Optional<Solved> first, Optional<Heard> words) {
    Words before = undecoded;
    if (before != null) {
      answers().comment(new Comment("", false, before.from(), before.to()));
    }
    scene.file().settled();
    scene.file().aside(true);
    scene.served();
    survey.ask(first, words);
  }

  /** When she is phoned instead, if she has named a time. */
  private Prompt later(String text) {
    Optional<Instant> time = survey.ears().times().read(text, herNow()).flatMap(this::possible);
    answers().postponed(time);
    return time.map(at -> LocalDateTime.ofInstant(at, about().zone()))
        .map(at -> sayings.time("missed-later-at", at, herNow()))
        .orElseGet(() -> sayings.say("missed-later"));
  }

  private Optional<Instant> possible(LocalDateTime wanted) {
    CallBackAgreement agreement =
        CallBackAgreement.of(wanted, about().zone(), survey.now(), missed.survey()::allowed);
    if (agreement instanceof Agreed agreed) {
      return Optional.of(agreed.at());
    }
    return agreement instanceof Offered offered ? Optional.of(offered.instead()) : Optional.empty();
  }

  /** Not now: whether it was all she phoned for. */
  private void anythingElse(String text, Prompt prompt) {
    scene.file().notComplained(text);
    if (scene.file().nothing()) {
      scene.served();
    }
    if (refused) {
      scene.talk().say(scene.sayings().say("goodbye"));
      return;
    }
    refused = true;
    Heard heard = listen(prompt);
    if (heard instanceof Silence
        || (heard instanceof Keys keys && keys.digits().equals("#"))
        || (heard instanceof Words words && meanings.ends(words.text()))) {
      scene.file().notComplained(heard instanceof Words words ? words.text() : "");
      scene.talk().say(scene.sayings().say("goodbye"));
    } else {
      answered(heard);
    }
  }

  /** Whether she has to be asked once more; what nothing decodes may be anything. */
  private boolean nothing(Heard heard) {
    if (!(heard instanceof Words words)) {
      return heard instanceof Silence;
    }
    if (!words.decoded() || words.text().isEmpty()) {
      undecoded = words;
      return true;
    }
    boolean hello = meaning(words.text()) == Meaning.NOTHING;
    if (hello) {
      scene.file().notComplained(words.text());
    }
    return hello;
  }

  private Heard listen(Prompt prompt) {
    try {
      return scene.talk().turn(prompt, LISTENING);
    } catch (HangUp gone) {
      gone.heard().ifPresent(this::heardLast);
      throw gone;
    }
  }

  /** Who answers and hangs up has answered; a good-bye is no complaint. */
  private void heardLast(Heard heard) {
    if (!(heard instanceof Words words) || words.text().isEmpty()) {
      return;
    }
    Meaning meaning = meaning(words.text());
    if (meaning == Meaning.ANSWERS) {
      meanings.answer(words.text()).ifPresent(answers()::solved);
    } else if (meaning == Meaning.TELLS && !meanings.ends(words.text())) {
      return;
    }
    scene.served();
    scene.file().aside(true);
  }

  private SurveyAnswers answers() {
    return missed.survey().answers();
  }

  private SurveyCase about() {
    return missed.survey().about();
  }

  private LocalDateTime herNow() {
    return LocalDateTime.ofInstant(survey.now(), about().zone());
  }
}
