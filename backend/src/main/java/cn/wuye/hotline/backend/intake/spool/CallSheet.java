package cn.wuye.hotline.backend.intake.spool;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Asterisk wrote of a call into {@code CALLID.call}.
 *
 * @param caller empty when withheld
 * @param started empty when the file does not tell (torn)
 * @param fallback the last that was appended
 */
public record CallSheet(
    Optional<PhoneNumber> caller,
    String dialled,
    Optional<Instant> started,
    String sipCallId,
    Fallback fallback) {

  public static final CallSheet EMPTY =
      new CallSheet(Optional.empty(), "", Optional.empty(), "", Fallback.NONE);

  private static final Pattern FIELD =
      Pattern.compile("(?:^|\\s)(caller|dialled|started|sip-call-id|fallback)=(\\S*)");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,20}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  static CallSheet parse(String content) {
    Optional<PhoneNumber> caller = Optional.empty();
    String dialled = "";
    Optional<Instant> started = Optional.empty();
    String sipCallId = "";
    Fallback fallback = Fallback.NONE;
    Matcher field = FIELD.matcher(content);
    while (field.find()) {
      String value = field.group(2);
      switch (field.group(1)) {
        case "caller" ->
            caller =
                NUMBER.matcher(value).matches()
                    ? Optional.of(new PhoneNumber(value))
                    : Optional.empty();
        case "dialled" -> dialled = value;
        case "started" ->
            started =
                SECONDS.matcher(value).matches()
                    ? Optional.of(Instant.ofEpochSecond(Long.parseLong(value)))
                    : Optional.empty();
        case "sip-call-id" -> sipCallId = value;
        default -> fallback = fallback(value, fallback);
      }
    }
    return new CallSheet(caller, dialled, started, sipCallId, fallback);
  }

  private static Fallback fallback(String value, Fallback before) {
    return switch (value) {
      case "entered" -> Fallback.ENTERED;
      case "answered" -> Fallback.ANSWERED;
      case "recorded" -> Fallback.RECORDED;
      default -> before;
    };
  }
}
