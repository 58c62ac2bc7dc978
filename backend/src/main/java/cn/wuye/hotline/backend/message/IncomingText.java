package cn.wuye.hotline.backend.message;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;

/**
 * What somebody sent to us by SMS.
 *
 * @param provider by whom it came: {@code twilio, http}
 * @param id what the provider knows it by, the same when it is told again
 * @param from the sender as the provider names it; mostly a number, but may be anything
 * @param words as they were written
 */
public record IncomingText(String provider, String id, String from, String words) {

  /** Without words and number: this may reach a log. */
  @Override
  public String toString() {
    String sender = from.matches("\\+?[0-9]{2,20}") ? new PhoneNumber(from).masked() : "no number";
    return provider + " text of " + sender;
  }
}
