package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.intent.SpokenDigits;
import cn.wuye.hotline.ivr.port.TicketProgress.Finding;
import cn.wuye.hotline.ivr.port.TicketStatus;
import java.util.Optional;

/** Which ticket: by its number, said or keyed. A wrong number is asked again, twice. */
final class TicketNumberQuestion {
  /** 7 digits at first; they grow with the years. */
  private static final int MOST_DIGITS = 18;

  private final Scene scene;

  TicketNumberQuestion(Scene scene) {
    this.scene = scene;
  }

  /** Empty when no ticket was found, or no more may be asked for. */
  Optional<TicketStatus> ask() {
    Listening listening = Listening.open().withMaxDigits(MOST_DIGITS);
    Question<Finding> question =
        Question.<Finding>asking(scene.sayings().say("ask-ticket-number"), listening)
            .then(scene.sayings().say("ask-ticket-number-again"), listening)
            .then(scene.sayings().say("ask-ticket-number-keys"), listening)
            .withWords(text -> find(SpokenDigits.in(text)))
            .withKeys(keys -> keyed(keys.replace("#", "")));
    return scene.talk().ask(question) instanceof Answer.Understood<Finding> understood
            && understood.value() instanceof Finding.Found found
        ? Optional.of(found.ticket())
        : Optional.empty();
  }

  /** The greeting has promised key 1 for emergencies, and no ticket has one digit. */
  private Optional<Finding> keyed(String digits) {
    if (digits.equals("1")) {
      throw scene.emergencyKeyed();
    }
    return find(digits);
  }

  private Optional<Finding> find(String digits) {
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(scene.office().progress().find(digits, scene.incoming().caller()))
        .filter(finding -> !(finding instanceof Finding.NotFound));
  }
}
