package cn.wuye.hotline.backend.message.channel;

/**
 * What is sent.
 *
 * @param id the same for every attempt to send this message: an idempotency key where providers
 *     know such a thing
 * @param attempt rises with every attempt
 * @param to a number in international form ({@code +8613800000001}) or an e-mail address
 * @param subject empty string for SMS
 */
public record OutgoingText(long id, int attempt, String to, String subject, String text) {
  /** Without the address: this may reach a log. */
  @Override
  public String toString() {
    return "message " + id + " (attempt " + attempt + ")";
  }
}
