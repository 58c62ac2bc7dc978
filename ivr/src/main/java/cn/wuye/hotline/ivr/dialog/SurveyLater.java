package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Keys;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.intent.CallBackAgreement;
import cn.wuye.hotline.ivr.intent.CallBackAgreement.Agreed;
import cn.wuye.hotline.ivr.intent.CallBackAgreement.Offered;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/** It does not suit her now: when would it? A time that cannot be is answered with one that can. */
final class SurveyLater {
  private static final int MOST_OFFERS = 2;
  private static final int KEYS = 4;
  private static final Listening LISTENING =
      Listening.open()
          .withMaxDigits(KEYS)
          .withNoInput(Duration.ofSeconds(5))
          .withLongest(Duration.ofSeconds(12));

  private final SurveyScene scene;

  SurveyLater(SurveyScene scene) {
    this.scene = scene;
  }

  /**
   * Agrees on a time, if one can be found.
   *
   * @param named the time she has named already, by her clock
   */
  void run(Optional<LocalDateTime> named) {
    // At once: whoever hangs up now is not phoned again in ten minutes.
    scene.answers().postponed(Optional.empty());
    Optional<Instant> agreed = agree(named.isPresent() ? named : ask());
    if (agreed.isEmpty()) {
      scene.talk().farewell(scene.say().say("survey-call-sometime"));
      return;
    }
    scene.answers().postponed(agreed);
    scene.talk().farewell(time("survey-call-later", agreed.get()));
  }

  private Optional<LocalDateTime> ask() {
    Question<LocalDateTime> question =
        Question.<LocalDateTime>asking(scene.say().say("survey-ask-when"), LISTENING)
            .then(scene.say().say("survey-ask-when-again"), LISTENING)
            .then(scene.say().say("survey-ask-when-keys"), LISTENING)
            .withWords(text -> scene.ears().times().read(text, scene.herNow()))
            .withKeys(keys -> scene.ears().times().keyed(keys, scene.herNow()));
    return scene.talk().ask(question) instanceof Answer.Understood<LocalDateTime> understood
        ? Optional.of(understood.value())
        : Optional.empty();
  }

  private Optional<Instant> agree(Optional<LocalDateTime> wanted) {
    Optional<LocalDateTime> time = wanted;
    for (int offers = 0; time.isPresent() && offers <= MOST_OFFERS; offers++) {
      CallBackAgreement agreement =
          CallBackAgreement.of(
              time.get(), scene.about().zone(), scene.now(), scene.survey()::allowed);
      if (agreement instanceof Agreed agreed) {
        return Optional.of(agreed.at());
      }
      if (agreement instanceof Offered offered && offers < MOST_OFFERS) {
        Heard heard = scene.talk().turn(offer(offered), LISTENING);
        time = instead(heard);
        if (time.isEmpty()) {
          return refused(heard) ? Optional.empty() : Optional.of(offered.instead());
        }
      }
    }
    return Optional.empty();
  }

  private Prompt offer(Offered offered) {
    String reason = offered.reason().name().toLowerCase(Locale.ROOT);
    return time("survey-offer-" + reason, offered.instead());
  }

  /** Another time that she names. One or two digits 1 and 2 are yes and no. */
  private Optional<LocalDateTime> instead(Heard heard) {
    if (heard instanceof Words words) {
      return scene.ears().times().read(words.text(), scene.herNow());
    }
    return heard instanceof Keys keys && !keys.digits().matches("[12#]")
        ? scene.ears().times().keyed(keys.digits(), scene.herNow())
        : Optional.empty();
  }

  /** Only a no is a no: silence after an offer is consent. */
  private boolean refused(Heard heard) {
    if (heard instanceof Keys keys) {
      return keys.digits().equals("2");
    }
    return heard instanceof Words words
        && scene
            .words()
            .convenient(words.text())
            .or(() -> scene.scene().ears().commands().yesOrNo(words.text()))
            .filter(yes -> !yes)
            .isPresent();
  }

  private Prompt time(String key, Instant moment) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, scene.about().zone());
    return scene.say().time(key, local, scene.herNow());
  }
}
