package cn.wuye.hotline.router.ami;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;

/** Reads what events say, each word of which may be missing. */
public final class AmiWords {
  private static final double MILLIS = 1000;

  private AmiWords() {}

  /** Empty where Asterisk said nothing. */
  public static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Asterisk's own moment, to the millisecond; empty where it has none. */
  public static Optional<Instant> moment(ManagerEvent event) {
    @Nullable Double seconds = event.getTimestamp();
    return seconds == null
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(Math.round(seconds * MILLIS)));
  }

  /** The unique ids of channels. */
  public static Set<String> ids(Collection<CoreShowChannelEvent> channels) {
    Set<String> ids = new HashSet<>();
    channels.forEach(channel -> ids.add(text(channel.getUniqueid())));
    return ids;
  }
}
