package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.message.channel.Masked;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What providers tell after they took a message. It may come before the answer to the attempt is
 * noted here, twice, or in the wrong order; of an earlier attempt it is no news.
 */
@Component
public class DeliveryReports {
  private static final Logger log = LoggerFactory.getLogger(DeliveryReports.class);
  private static final List<MessageState> UNDECIDED =
      List.of(MessageState.WAITING, MessageState.SENT);

  private final OutboxRows rows;

  DeliveryReports(OutboxRows rows) {
    this.rows = rows;
  }

  /**
   * @param attempt which {@code OutgoingText} it is about
   * @param status in Twilio's words
   * @param error its error code; may be empty
   * @return whether it changed anything
   */
  public boolean told(long message, int attempt, String status, String error) {
    return switch (status) {
      case "delivered", "read" ->
          rows.told(
              message,
              attempt,
              List.of(MessageState.WAITING, MessageState.SENT, MessageState.DEAD),
              MessageState.DELIVERED,
              null,
              status,
              "");
      case "undelivered", "failed", "canceled" -> undelivered(message, attempt, status, error);
      // It has it: whoever waits for the answer need not send it again.
      case "sent" -> rows.told(message, attempt, UNDECIDED, MessageState.SENT, null, status, "");
      default -> false;
    };
  }

  private boolean undelivered(long message, int attempt, String status, String error) {
    boolean news =
        rows.told(
            message,
            attempt,
            UNDECIDED,
            MessageState.DEAD,
            Reason.UNDELIVERED,
            status,
            Masked.text(error));
    if (news) {
      log.warn("message {} did not arrive ({} {}) and waits for a person", message, status, error);
    }
    return news;
  }
}
