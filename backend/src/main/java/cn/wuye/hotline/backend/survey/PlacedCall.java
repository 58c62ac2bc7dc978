package cn.wuye.hotline.backend.survey;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of ours for a survey. Its id is also its channel's, and the same on every node.
 *
 * @param survey what she is asked, by the number that it has among those of its kind
 * @param attempt which call of this survey, from 1
 */
public record PlacedCall(CallKind kind, long survey, int attempt) {
  private static final Pattern ID = Pattern.compile("([a-z]+)-([1-9][0-9]{0,17})-([0-9]{1,9})");

  /** The id of an attempt's call about a ticket. */
  public static String id(long survey, int attempt) {
    return id(CallKind.TICKET, survey, attempt);
  }

  /** The id of an attempt's call. */
  public static String id(CallKind kind, long survey, int attempt) {
    return kind.code() + "-" + survey + "-" + attempt;
  }

  /** The call about a ticket that has this id; empty for any other call. */
  public static Optional<PlacedCall> of(String id) {
    return of(CallKind.TICKET, id);
  }

  /** The call of that kind that has this id; empty for any other call. */
  public static Optional<PlacedCall> of(CallKind kind, String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches() && matcher.group(1).equals(kind.code())
        ? Optional.of(
            new PlacedCall(
                kind, Long.parseLong(matcher.group(2)), Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  /** Whether a channel is that of a call of ours, whatever for. */
  public static boolean ours(String channelId) {
    return Arrays.stream(CallKind.values())
        .anyMatch(kind -> channelId.startsWith(kind.code() + "-"));
  }
}
