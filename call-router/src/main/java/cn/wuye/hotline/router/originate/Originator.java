package cn.wuye.hotline.router.originate;

import cn.wuye.hotline.router.ami.AmiCommands;
import cn.wuye.hotline.router.ami.AmiListener;
import cn.wuye.hotline.router.ami.BlindSpan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Rings phones. Must be added as a listener to the connection whose commands it uses: the outcome
 * is taken from events, since Asterisk's answer to the action only says that it was queued.
 */
public final class Originator implements AmiListener {
  /** Patience beyond the ringing time, for Asterisk's own end of it to arrive. */
  private static final long GRACE_MILLIS = 1500;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,80}");

  private final AmiCommands ami;
  private final ScheduledExecutorService timer;
  private final Map<String, PendingRing> pending = new ConcurrentHashMap<>();

  /**
   * @param timer runs short tasks only; one thread is enough
   */
  public Originator(AmiCommands ami, ScheduledExecutorService timer) {
    this.ami = ami;
    this.timer = timer;
  }

  /** Starts to ring and returns at once; with no connection the outcome is there at once. */
  public Ring originate(OriginateRequest request) {
    return originate("ring-" + UUID.randomUUID(), request);
  }

  /**
   * The same under a name that the caller gives: the channel has it, so that whatever Asterisk
   * tells of the call is found again.
   *
   * @param id letters, digits, '.', '_' and '-', at most 80; never used before in the whole cluster
   * @throws IllegalArgumentException when a phone is being rung under that name, or it is none
   */
  public Ring originate(String id, OriginateRequest request) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("no name for a channel: " + id);
    }
    PendingRing ring = new PendingRing(id, ami, timer);
    if (!ami.connected()) {
      ring.finish(RingOutcome.UNAVAILABLE);
      return ring;
    }
    if (pending.putIfAbsent(id, ring) != null) {
      throw new IllegalArgumentException(id + " is being rung");
    }
    var giveUp =
        timer.schedule(
            ring::giveUp, request.timeout().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
    ring.ended()
        .thenRun(
            () -> {
              giveUp.cancel(false);
              pending.remove(id);
            });
    ring.start(request);
    return ring;
  }

  @Override
  public void onEvent(ManagerEvent event) {
    if (event instanceof OriginateResponseEvent answer) {
      find(answer.getActionId()).ifPresent(ring -> ring.onResponse(answer));
    } else if (event instanceof HangupEvent hangup) {
      find(hangup.getUniqueId())
          .ifPresent(ring -> ring.onHangup(Objects.requireNonNullElse(hangup.getCause(), 0)));
    } else if (event instanceof NewChannelEvent fresh) {
      find(fresh.getUniqueId()).ifPresent(PendingRing::onChannel);
    }
  }

  @Override
  public void onSynchronised(List<CoreShowChannelEvent> channels, Optional<BlindSpan> blind) {
    if (blind.isEmpty()) {
      return;
    }
    for (PendingRing ring : pending.values()) {
      ring.onSynchronised(
          channels.stream()
              .filter(channel -> ring.channelId().equals(channel.getUniqueid()))
              .findFirst());
    }
  }

  private Optional<PendingRing> find(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(pending.get(id));
  }
}
