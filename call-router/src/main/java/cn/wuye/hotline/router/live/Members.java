package cn.wuye.hotline.router.live;

import static cn.wuye.hotline.router.ami.AmiWords.text;

import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.asteriskjava.manager.event.QueueMemberAddedEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueMemberPauseEvent;
import org.jspecify.annotations.Nullable;

/** Makes our members of Asterisk's words, which differ from event to event. */
final class Members {
  private Members() {}

  /** A row of {@code QueueStatus}, or the event {@code QueueMemberStatus}. */
  static QueueMember of(QueueMemberEvent event) {
    return new QueueMember(
        text(event.getQueue()),
        text(event.getInterface()),
        number(event.getPenalty()),
        pause(event.getPaused(), event.getPausedreason()),
        moment(event.getLastPause()),
        Phone.of(number(event.getStatus())),
        number(event.getCallsTaken()),
        moment(event.getLastCall()));
  }

  static QueueMember of(QueueMemberAddedEvent event) {
    return new QueueMember(
        text(event.getQueue()),
        text(event.getInterface()),
        number(event.getPenalty()),
        pause(event.getPaused(), event.getPausedReason()),
        moment(event.getLastPause() == null ? null : event.getLastPause().longValue()),
        Phone.of(number(event.getStatus())),
        number(event.getCallsTaken()),
        moment(event.getLastCall()));
  }

  /** The library has two places for the reason, and fills either. */
  static QueueMember of(QueueMemberPauseEvent event) {
    @Nullable String reason =
        event.getPausedreason() != null ? event.getPausedreason() : event.getPausedReason();
    return new QueueMember(
        text(event.getQueue()),
        text(event.getInterface()),
        number(event.getPenalty()),
        pause(event.getPaused(), reason != null ? reason : event.getReason()),
        moment(event.getLastpause()),
        Phone.of(number(event.getStatus())),
        number(event.getCallsTaken()),
        moment(event.getLastcall()));
  }

  static int number(@Nullable Integer value) {
    return Objects.requireNonNullElse(value, 0);
  }

  private static Optional<String> pause(@Nullable Boolean paused, @Nullable String reason) {
    return Boolean.TRUE.equals(paused) ? Optional.of(text(reason)) : Optional.empty();
  }

  /** Epoch seconds; 0 is never. */
  private static Optional<Instant> moment(@Nullable Long seconds) {
    return seconds == null || seconds == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds));
  }
}
