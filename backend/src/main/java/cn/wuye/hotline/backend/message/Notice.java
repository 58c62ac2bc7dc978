package cn.wuye.hotline.backend.message;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is to be told.
 *
 * @param event code of what happened, which names the template: {@code ticket-dispatched}
 * @param to who is told
 * @param ticket which it is about; null when it is about none or several
 * @param values what the template may name, by variable
 * @param emergency passes quiet hours and limits; staff are phoned
 * @param once at most 190 characters; a second notice with the same key is not sent
 */
public record Notice(
    String event,
    Addressee to,
    @Nullable TicketNumber ticket,
    Map<String, String> values,
    boolean emergency,
    String once) {
  /** A value with this in front is the key of a sentence, told in the addressee's language. */
  public static final String SENTENCE = "sentence:";

  public Notice {
    values = Map.copyOf(values);
    if (once.isBlank() || once.length() > 190) {
      throw new IllegalArgumentException(
          "a notice has a key of 1 to 190 characters, not '" + once + "'");
    }
  }
}
