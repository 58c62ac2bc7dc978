package cn.wuye.hotline.router.channel;

import static cn.wuye.hotline.router.ami.AmiWords.text;

import cn.wuye.hotline.router.channel.LiveChannel.State;
import java.time.Instant;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.jspecify.annotations.Nullable;

/** Makes our channels of Asterisk's words. */
final class Channels {
  private static final int SHOWN_WHOLE = 4;
  private static final int HEAD = 3;

  private Channels() {}

  static LiveChannel of(CoreShowChannelEvent event, Instant since) {
    return new LiveChannel(
        text(event.getUniqueid()),
        text(event.getChannel()),
        state(event.getChannelState()),
        masked(event.getCallerIdNum()),
        text(event.getLinkedid()),
        text(event.getBridgeid()),
        text(event.getContext()),
        text(event.getExten()),
        since);
  }

  static LiveChannel of(NewChannelEvent event, Instant since) {
    return new LiveChannel(
        text(event.getUniqueId()),
        text(event.getChannel()),
        state(event.getChannelState()),
        masked(event.getCallerIdNum()),
        text(event.getLinkedid()),
        "",
        text(event.getContext()),
        text(event.getExten()),
        since);
  }

  /** {@code 138****0001}; short numbers keep only their first digit; no number is empty. */
  static String masked(@Nullable String number) {
    if (number == null || number.isEmpty() || number.startsWith("<")) {
      return "";
    }
    int length = number.length();
    if (length < HEAD + SHOWN_WHOLE) {
      return number.charAt(0) + "*".repeat(length - 1);
    }
    return number.substring(0, HEAD)
        + "*".repeat(length - HEAD - SHOWN_WHOLE)
        + number.substring(length - SHOWN_WHOLE);
  }

  private static State state(@Nullable Integer asterisk) {
    return asterisk == null ? State.DOWN : State.of(asterisk);
  }
}
