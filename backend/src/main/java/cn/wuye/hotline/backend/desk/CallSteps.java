package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.desk.DeskScreens.News;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.router.callback.CallBackCalls;
import cn.wuye.hotline.router.control.ListenMode;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a supervisor does with the call of an agent whose phone is at this node. Who may, and that
 * it is written down, is seen to where she asks for it.
 */
@Component
public class CallSteps {
  private static final Logger LOG = LoggerFactory.getLogger(CallSteps.class);
  private static final Duration RING = Duration.ofSeconds(30);

  /** A phone that is not there or is busy says so within this time. */
  private static final Duration SOON = Duration.ofMillis(1500);

  /** How the ids of channels begin by which somebody takes a call over. */
  private static final String TAKES = "take-";

  private final DeskTelephone telephone;
  private final DeskCalls calls;
  private final Seats seats;
  private final DeskScreens screens;
  private final DeskThread thread;
  private final Clock clock;

  CallSteps(
      DeskTelephone telephone,
      DeskCalls calls,
      Seats seats,
      DeskScreens screens,
      DeskThread thread,
      Clock clock) {
    this.telephone = telephone;
    this.calls = calls;
    this.seats = seats;
    this.screens = screens;
    this.thread = thread;
    this.clock = clock;
  }

  /**
   * Rings a phone that then listens in; one that does so already goes on in the other way.
   *
   * @param agent extension of who talks
   * @param call the caller's channel
   * @param phone extension of who listens
   * @return {@link DeskOutcome#DONE} also while it rings; {@link DeskOutcome#NO_PHONE} when it
   *     cannot be rung
   */
  public DeskOutcome listen(String agent, String call, String phone, ListenMode mode) {
    return tried(
        () ->
            telephone
                .leg(device(agent), call)
                .map(heard -> listen(heard, device(phone), mode))
                .orElse(DeskOutcome.NO_CALL));
  }

  private DeskOutcome listen(String heard, String device, ListenMode mode) {
    Optional<String> listener = telephone.listener(device);
    if (listener.filter(telephone::up).isPresent()) {
      telephone.listen(listener.get(), heard, mode);
      return DeskOutcome.DONE;
    }
    listener.ifPresent(telephone::hangUp);
    return rung(
        telephone.ringListener(ListenMode.PREFIX + UUID.randomUUID(), device, heard, mode, RING));
  }

  /** Listens no more; {@link DeskOutcome#NOT_NOW} when it did not. */
  public DeskOutcome leave(String phone) {
    return tried(
        () -> {
          Optional<String> listener = telephone.listener(device(phone));
          listener.ifPresent(telephone::hangUp);
          return listener.isPresent() ? DeskOutcome.DONE : DeskOutcome.NOT_NOW;
        });
  }

  /**
   * Rings a phone that then goes on with the caller, without the agent; one that listens in already
   * does so at once. The caller notices nothing before somebody has answered.
   *
   * @return as {@link #listen}; {@link DeskOutcome#NOT_NOW} for a call-back, whose two sides cannot
   *     be parted, in an emergency, and while the agent asks somebody else
   */
  public DeskOutcome takeOver(String agent, String call, String phone) {
    return tried(
        () -> {
          if (telephone.leg(device(agent), call).isEmpty()) {
            return DeskOutcome.NO_CALL;
          }
          boolean bound =
              theirs(agent, call)
                  .filter(row -> !row.otherChannel().isEmpty() || row.bound().isPresent())
                  .isPresent();
          if (bound
              || telephone.joined(device(agent), call)
              || call.startsWith(CallBackCalls.PREFIX)) {
            return DeskOutcome.NOT_NOW;
          }
          Optional<String> listener = telephone.listener(device(phone));
          if (listener.filter(telephone::up).isPresent()) {
            telephone.send(listener.get(), DeskPlaces.taker(call));
            thread.execute(() -> taken(agent, call, phone, listener.get()));
            return DeskOutcome.DONE;
          }
          listener.ifPresent(telephone::hangUp);
          String channel = TAKES + UUID.randomUUID();
          Ring ring = telephone.ringDevice(channel, device(phone), DeskPlaces.taker(call), RING);
          ring.outcome()
              .thenAcceptAsync(
                  outcome -> {
                    if (outcome == RingOutcome.ANSWERED) {
                      taken(agent, call, phone, channel);
                    }
                  },
                  thread);
          return rung(ring);
        });
  }

  /** She who takes the call over is in its room: the caller comes there, and the agent leaves. */
  private void taken(String agent, String call, String phone, String channel) {
    if (!telephone.up(call)) {
      hangUpQuietly(channel);
      return;
    }
    LOG.info("call {}: {} takes it over from {}", call, phone, agent);
    Optional<DeskCall> before = theirs(agent, call);
    Optional<Seat> taker = seats.at(phone);
    // First: whoever follows the agent's phone would send the caller back to the agents.
    before.ifPresent(
        row -> calls.moved(row, Stage.HANDED_ON, taker.map(Seat::name).orElse(phone), ""));
    telephone.send(call, DeskPlaces.caller(call));
    // Out of a talk as the queue had made it, Asterisk has hung up the agent already.
    telephone.leg(device(agent), call).ifPresent(this::hangUpQuietly);
    taker.ifPresent(seat -> hers(new CallId(call), seat));
    if (before.filter(DeskCall::recordingPaused).isPresent()) {
      telephone.pauseRecording(channel, true);
    }
    before.ifPresent(row -> screens.tell(row.user(), News.CALL));
  }

  private void hers(CallId call, Seat seat) {
    calls.rung(call, seat.user(), seat.phone().extension(), Utc.now(clock));
    calls.answered(call, seat.user(), Utc.now(clock));
    screens.tell(seat.user(), News.CALL);
  }

  /** Ends the call, for both; in an emergency the agent's part alone. */
  public DeskOutcome hangUp(String agent, String call) {
    return tried(
        () -> {
          Optional<String> leg = telephone.leg(device(agent), call);
          if (leg.isEmpty()) {
            return DeskOutcome.NO_CALL;
          }
          LOG.info("call {}: a supervisor hangs it up", call);
          if (!telephone.joined(device(agent), call) && telephone.up(call)) {
            telephone.hangUp(call);
          }
          hangUpQuietly(leg.get());
          return DeskOutcome.DONE;
        });
  }

  private void hangUpQuietly(String channel) {
    try {
      telephone.hangUp(channel);
    } catch (TelephoneAway gone) {
      LOG.debug("{}: {}", channel, gone.getMessage());
    }
  }

  /** The agent's part in the call; empty where nobody sits at that phone. */
  private Optional<DeskCall> theirs(String agent, String call) {
    return seats
        .at(agent)
        .flatMap(seat -> calls.find(new CallId(call), seat.user()))
        .filter(row -> row.endedAt().isEmpty());
  }

  private static DeskOutcome rung(Ring ring) {
    RingOutcome soon =
        ring.outcome()
            .copy()
            .completeOnTimeout(RingOutcome.ANSWERED, SOON.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    return soon == RingOutcome.ANSWERED ? DeskOutcome.DONE : DeskOutcome.NO_PHONE;
  }

  private static String device(String extension) {
    return new DeskPhone(extension, false).device();
  }

  private static DeskOutcome tried(Supplier<DeskOutcome> step) {
    try {
      return step.get();
    } catch (TelephoneAway e) {
      LOG.warn("a supervisor's step was not done: {}", e.getMessage());
      return DeskOutcome.AWAY;
    }
  }
}
