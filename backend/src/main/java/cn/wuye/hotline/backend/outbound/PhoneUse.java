package cn.wuye.hotline.backend.outbound;

/**
 * What a number is in use for.
 *
 * @param message the message that is read to it; 0 for none
 * @param survey the survey that it is asked for; 0 for none
 * @param poll which resident of a poll is asked; 0 for none
 * @param claim which call for it; 0 when she has phoned back
 */
public record PhoneUse(long message, long survey, long poll, int claim) {
  /** The call for a message. */
  public static PhoneUse message(long id, int claim) {
    return new PhoneUse(id, 0, 0, claim);
  }

  /** The call for a survey. */
  public static PhoneUse survey(long id, int attempt) {
    return new PhoneUse(0, id, 0, attempt);
  }

  /** The call for a survey that belongs to no ticket. */
  public static PhoneUse poll(long id, int attempt) {
    return new PhoneUse(0, 0, id, attempt);
  }

  /** She who was phoned for a survey is on the line herself. */
  public static PhoneUse phonedBack(long survey) {
    return new PhoneUse(0, survey, 0, 0);
  }
}
