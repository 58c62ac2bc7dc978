package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.audio.Excerpt;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Keys;
import cn.wuye.hotline.ivr.conversation.Heard.Silence;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/** Who is there, which ticket it is about, and whether it suits. */
final class SurveyOpening {
  private static final Listening LISTENING =
      Listening.open().withNoInput(Duration.ofSeconds(5)).withLongest(Duration.ofSeconds(15));

  /** A machine speaks longer, and does not answer when it is asked again. */
  private static final Duration LONGEST_HELLO = Duration.ofSeconds(3);

  private static final int MOST_CHECKS = 2;

  private final SurveyScene scene;
  private boolean human;

  /** Whether she has heard her own words, which are played once only. */
  private boolean quoted;

  SurveyOpening(SurveyScene scene) {
    this.scene = scene;
  }

  /** What came of it. */
  sealed interface Outcome {}

  /**
   * She may be asked.
   *
   * @param solved what she has said already
   */
  record Begins(Optional<Solved> solved) implements Outcome {}

  /** The call is over. */
  record Ends() implements Outcome {}

  private static final Outcome BEGINS = new Begins(Optional.empty());
  private static final Outcome ENDS = new Ends();

  /** Can be entered again after an interruption: then she is greeted once more. */
  Outcome run() {
    if (scene.about().doubtful() && !human && !speaks()) {
      scene.answers().nobody();
      return ends(scene.about().aboutTicket() ? "survey-machine" : "poll-machine");
    }
    human = true;
    Heard heard = turn(greeting());
    if (heard instanceof Silence || (heard instanceof Words said && !said.decoded())) {
      heard = turn(scene.say().say("survey-convenient-again"));
      if (heard instanceof Silence) {
        scene.answers().nobody();
        return ends("survey-silent");
      }
    }
    return understood(heard)
        .orElseGet(
            () -> understood(turn(scene.say().say("survey-convenient-again"))).orElse(BEGINS));
  }

  private Prompt greeting() {
    String estate = scene.scene().estateName();
    Optional<byte[]> own = quoted ? Optional.empty() : ownWords();
    quoted = true;
    return own.map(recorded -> scene.say().greeting(scene.about(), estate, recorded))
        .orElseGet(() -> scene.say().greeting(scene.about(), estate));
  }

  /**
   * What she said when she reported it. Not where a machine may keep it for anybody, and no words
   * of danger: an echo of them would be an emergency.
   */
  private Optional<byte[]> ownWords() {
    if (scene.about().doubtful()) {
      return Optional.empty();
    }
    Scene call = scene.scene();
    return scene
        .survey()
        .ownVoice()
        .filter(voice -> call.incoming().caller().equals(Optional.of(voice.number())))
        .filter(voice -> call.ears().emergencies().find(voice.words()).isEmpty())
        .flatMap(voice -> Excerpt.of(voice.pcm()));
  }

  /** Whether whoever answered does what a machine does not: a key, or a short word when asked. */
  private boolean speaks() {
    for (int i = 0; i < MOST_CHECKS; i++) {
      Heard heard = turn(scene.say().say("survey-human-check"));
      boolean announcement = heard.to().minus(heard.from()).compareTo(LONGEST_HELLO) > 0;
      if (heard instanceof Keys || (heard instanceof Words && !announcement)) {
        return true;
      }
    }
    return false;
  }

  private Heard turn(Prompt prompt) {
    return scene.talk().turn(prompt, LISTENING);
  }

  /** Empty when nothing can be made of it; whoever answers something else does talk with us. */
  private Optional<Outcome> understood(Heard heard) {
    if (heard instanceof Keys keys) {
      return switch (keys.digits()) {
        case "1" -> Optional.of(BEGINS);
        case "2" -> Optional.of(later(Optional.empty()));
        default -> Optional.empty();
      };
    }
    return heard instanceof Words said ? words(said.text()) : Optional.empty();
  }

  private Optional<Outcome> words(String text) {
    if (scene.words().declines(text)) {
      scene.answers().declined();
      return Optional.of(ends("survey-declined"));
    }
    if (scene.words().stranger(text)) {
      scene.answers().stranger();
      return Optional.of(ends("survey-stranger"));
    }
    Optional<Boolean> suits = scene.words().convenient(text);
    Optional<Solved> solved = scene.words().solvedSaid(text);
    boolean onlyYesOrNo = scene.scene().ears().commands().closing(text);
    if (suits.isEmpty() && solved.isPresent() && !onlyYesOrNo) {
      return Optional.of(new Begins(solved));
    }
    Optional<LocalDateTime> time = scene.ears().times().read(text, scene.herNow());
    return suits
        .or(() -> time.map(named -> false))
        .or(() -> scene.scene().ears().commands().yesOrNo(text))
        .map(yes -> yes ? BEGINS : later(time));
  }

  private Outcome later(Optional<LocalDateTime> named) {
    new SurveyLater(scene).run(named);
    return ENDS;
  }

  private Outcome ends(String key) {
    scene.talk().farewell(scene.say().say(key));
    return ENDS;
  }
}
