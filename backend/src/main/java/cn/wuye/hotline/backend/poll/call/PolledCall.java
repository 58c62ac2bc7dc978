package cn.wuye.hotline.backend.poll.call;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of ours for a poll, by its id.
 *
 * @param asked which resident of which poll
 */
record PolledCall(long asked, int attempt) {
  private static final Pattern ID = Pattern.compile("poll-([0-9]{1,18})-([0-9]{1,9})");

  /** Empty for any other call. */
  static Optional<PolledCall> of(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        ? Optional.of(
            new PolledCall(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
