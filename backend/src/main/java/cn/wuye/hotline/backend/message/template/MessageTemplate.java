package cn.wuye.hotline.backend.message.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an event in one medium and language.
 *
 * @param version 0 is what is shipped
 * @param subject of an e-mail; empty string for SMS
 * @param by login of who wrote it; empty string for what is shipped
 * @param at null for what is shipped
 */
public record MessageTemplate(
    Key key, long version, String subject, String body, String by, @Nullable Instant at) {
  /** Longest subject, in characters. */
  public static final int MAX_SUBJECT = 120;

  /** Longest body, in characters. */
  public static final int MAX_BODY = 2000;

  /** Which template. */
  public record Key(MessageEvent event, Medium medium, Language language) {
    @Override
    public String toString() {
      return event.code() + "/" + medium.code() + "/" + language.code();
    }
  }
}
