package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.port.SpokenMessage;
import cn.wuye.hotline.ivr.port.SpokenMessage.Ask;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a message to somebody who was phoned: 1 confirms it, any other key has it read again. */
public final class MessageDialog {
  private static final Logger LOG = LoggerFactory.getLogger(MessageDialog.class);
  private static final String CONFIRM = "1";
  private static final int MOST_READINGS = 5;
  private static final int MOST_SILENCES = 2;
  private static final Listening LISTENING =
      Listening.choice(List.of("确认"), 1).withNoInput(Duration.ofSeconds(6));

  private final Conversation conversation;
  private final SpokenMessage message;
  private final PromptCatalogue catalogue;

  /**
   * @param catalogue what is said around the message
   */
  public MessageDialog(
      Conversation conversation, SpokenMessage message, PromptCatalogue catalogue) {
    this.conversation = conversation;
    this.message = message;
    this.catalogue = catalogue;
  }

  /** Holds the conversation to its end; also when she hangs up. */
  public void run() {
    try {
      conversation.turn(catalogue.prompt(read()), Listening.uninterrupted());
      conversation.hangUp();
    } catch (HangUp gone) {
      LOG.debug("call {}: {}", conversation.call().id(), gone.getMessage());
    }
  }

  /** What is said at the end. */
  private String read() {
    Prompt whole =
        catalogue
            .prompt(message.ask() == Ask.KNOW ? "message-intro" : "message-intro-job")
            .then(new Prompt("", List.of(new Prompt.Spoken(message.words()))))
            .then(catalogue.prompt(confirm(message.ask())));
    int silences = 0;
    for (int readings = 0; readings < MOST_READINGS && silences < MOST_SILENCES; readings++) {
      Heard heard = conversation.turn(whole, LISTENING);
      if (!(heard instanceof Heard.Keys keys)) {
        message.heard();
        silences++;
      } else if (keys.digits().equals(CONFIRM)) {
        return reply(message.confirmed());
      }
    }
    return "message-unconfirmed";
  }

  private static String confirm(Ask ask) {
    return switch (ask) {
      case KNOW -> "message-confirm";
      case JOB -> "message-confirm-job";
      case CARE -> "message-confirm-care";
    };
  }

  private static String reply(SpokenMessage.Reply reply) {
    return switch (reply) {
      case NOTED -> "message-noted";
      case YOURS -> "message-yours";
      case CARE -> "message-care";
      case TAKEN -> "message-taken";
      case FAILED -> "message-failed";
    };
  }
}
