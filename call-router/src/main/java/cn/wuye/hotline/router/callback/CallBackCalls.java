package cn.wuye.hotline.router.callback;

import cn.wuye.hotline.router.ami.AmiListener;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.live.Placeholder;
import cn.wuye.hotline.router.live.QueueHappening;
import cn.wuye.hotline.router.live.QueuesListener;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Places call-backs: one half of a Local channel waits in the queue, so that Asterisk distributes
 * it like a caller; the other half, answered with the agent, rings the resident. Must be added as a
 * listener to the connection and to the live queues before the connection starts.
 */
public final class CallBackCalls implements AmiListener, QueuesListener {
  /** Every channel of a call-back is called so. */
  public static final String PREFIX = "callback-";

  private final BiFunction<String, OriginateRequest, Ring> originate;
  private final String shownNumber;
  private final Clock clock;
  private final Map<String, PlacedCallBack> calls = new ConcurrentHashMap<>();

  /**
   * @param originate rings under a name that is given
   * @param shownNumber the hotline's own
   */
  public CallBackCalls(
      BiFunction<String, OriginateRequest, Ring> originate, String shownNumber, Clock clock) {
    this.originate = originate;
    this.shownNumber = shownNumber;
    this.clock = clock;
  }

  /** Whether a channel is one of a call-back, of which nobody is waiting in person. */
  public static boolean isCallBack(String channel) {
    return channel.startsWith(PREFIX);
  }

  /**
   * Begins and returns at once.
   *
   * @throws IllegalArgumentException when the name is in use
   */
  public PlacedCallBack place(CallBackOrder order) {
    PlacedCallBack placed = new PlacedCallBack(clock);
    if (calls.putIfAbsent(order.id(), placed) != null) {
      throw new IllegalArgumentException(order.id() + " is on its way");
    }
    placed.talked().thenRun(() -> calls.remove(order.id()));
    Ring ring;
    try {
      ring =
          originate.apply(
              order.id(),
              new OriginateRequest(
                  // Not optimised away (/n): the queue belongs to its other half.
                  "Local/" + order.extension() + "@" + CallBackOrder.HELD_IN + "/n",
                  CallBackOrder.CONTEXT,
                  CallBackOrder.EXTENSION,
                  shownNumber,
                  order.timeout(),
                  order.variables()));
    } catch (RuntimeException refused) {
      placed.noAgent();
      throw refused;
    }
    ring.outcome()
        .thenAccept(
            outcome -> {
              if (outcome == RingOutcome.ANSWERED) {
                placed.agentAnswered();
              } else {
                placed.noAgent();
              }
            });
    return placed;
  }

  @Override
  public void happened(QueueHappening happening, Instant at) {
    if (happening instanceof QueueHappening.Answered answered) {
      Placeholder.order(answered.call())
          .flatMap(this::find)
          .ifPresent(placed -> placed.answeredBy(answered.device()));
    }
  }

  @Override
  public void onEvent(ManagerEvent event) {
    if (event instanceof DialEndEvent end) {
      find(end.getUniqueId())
          .ifPresent(
              placed -> placed.dialled(DialEndEvent.DIALSTATUS_ANSWER.equals(end.getDialStatus())));
    } else if (event instanceof HangupEvent hangup) {
      find(hangup.getUniqueId()).ifPresent(PlacedCallBack::over);
    }
  }

  @Override
  public void onSynchronised(List<CoreShowChannelEvent> channels, Optional<BlindSpan> blind) {
    Set<String> existing =
        channels.stream()
            .map(channel -> String.valueOf(channel.getUniqueid()))
            .collect(Collectors.toSet());
    calls.forEach(
        (id, placed) -> {
          if (!existing.contains(id)) {
            placed.over();
          }
        });
  }

  private Optional<PlacedCallBack> find(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(calls.get(id));
  }
}
