package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.desk.DeskScreens.News;
import cn.wuye.hotline.backend.queue.AgentQueues;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentStep;
import cn.wuye.hotline.router.queue.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where an agent sits, and whether she takes calls. Who takes calls is Asterisk's to say:
 * everything here asks it, and what comes of it is told by its events.
 */
@Component
public class AgentDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AgentDesk.class);

  /** By how much a wrap-up gets longer at a time. */
  public static final Duration LONGER = Duration.ofSeconds(60);

  private final Seats seats;
  private final DeskCalls calls;
  private final AgentQueues queues;
  private final DeskTelephone telephone;
  private final DeskScreens screens;
  private final String node;

  AgentDesk(
      Seats seats,
      DeskCalls calls,
      AgentQueues queues,
      DeskTelephone telephone,
      DeskScreens screens,
      HotlineProperties hotline) {
    this.seats = seats;
    this.calls = calls;
    this.queues = queues;
    this.telephone = telephone;
    this.screens = screens;
    this.node = hotline.nodeId();
  }

  /**
   * What an agent does now.
   *
   * @param seen whether this node has a telephone and sees it; else the rest is the last known
   * @param seat empty while she sits nowhere
   * @param elsewhere the node where her phone is, when it is not this one: only its page knows what
   *     she does; empty string for here
   */
  public record Status(boolean seen, Optional<Seat> seat, AgentState state, String elsewhere) {}

  public Status status(SignedInUser me) {
    Optional<Seat> seat = seats.of(me.id());
    return new Status(
        telephone.seen(),
        seat,
        seat.map(sits -> telephone.state(sits.phone().device()))
            .orElse(new AgentState.Gone(Instant.EPOCH)),
        seat.map(Seat::node).filter(there -> !there.equals(node)).orElse(""));
  }

  /** The phones at which she can sit down. */
  public List<DeskPhone> phones(SignedInUser me) {
    return seats.free(me.id());
  }

  /** Sits down at a phone, and takes calls. */
  public DeskOutcome signIn(SignedInUser me, String extension) {
    if (calls.current(me.id()).isPresent()) {
      return DeskOutcome.IN_A_CALL;
    }
    Optional<Seat> before = seats.of(me.id());
    return tried(
        () -> {
          if (before.isPresent() && !before.get().phone().extension().equals(extension)) {
            telephone.signOut(before.get().phone().device());
          }
          return switch (seats.take(me.id(), extension)) {
            case OCCUPIED -> DeskOutcome.OCCUPIED;
            case UNKNOWN -> DeskOutcome.NO_PHONE;
            case TAKEN -> takeCalls(me, extension);
          };
        });
  }

  private DeskOutcome takeCalls(SignedInUser me, String extension) {
    List<Membership> places = queues.of(extension);
    if (places.isEmpty()) {
      seats.leave(me.id());
      return DeskOutcome.NO_QUEUE;
    }
    try {
      telephone.signIn(new DeskPhone(extension, false).device(), places);
    } catch (TelephoneAway e) {
      seats.leave(me.id());
      throw e;
    }
    LOG.info("{} takes calls at {}", me.getUsername(), extension);
    screens.tell(me.id(), News.STATE);
    return DeskOutcome.DONE;
  }

  /** Takes no more calls, and gets up. */
  public DeskOutcome signOut(SignedInUser me) {
    if (calls.current(me.id()).isPresent()) {
      return DeskOutcome.IN_A_CALL;
    }
    return atHerPhone(
        me,
        seat -> {
          telephone.signOut(seat.phone().device());
          seats.leave(me.id());
          LOG.info("{} has left {}", me.getUsername(), seat.phone().extension());
          screens.tell(me.id(), News.STATE);
          return DeskOutcome.DONE;
        });
  }

  /** Takes calls again: after a pause, before the end of a wrap-up, after the phone's own *0. */
  public DeskOutcome ready(SignedInUser me) {
    return atHerPhone(
        me,
        seat -> {
          String device = seat.phone().device();
          AgentState state = telephone.state(device);
          if (state instanceof AgentState.WrapUp) {
            // Asterisk ends its own wrap-up only with the membership.
            telephone.signOut(device);
          }
          telephone.signIn(device, queues.of(seat.phone().extension()));
          return DeskOutcome.DONE;
        });
  }

  /** No calls for a while; while she talks, after the talk. */
  public DeskOutcome pause(SignedInUser me, PauseReason reason) {
    return atHerPhone(
        me,
        seat -> {
          telephone.pause(seat.phone().device(), reason.code());
          return DeskOutcome.DONE;
        });
  }

  /** {@link #LONGER} more for what the last call has left. */
  public DeskOutcome longer(SignedInUser me) {
    return atHerPhone(
        me,
        seat -> {
          String device = seat.phone().device();
          if (telephone.extendWrapUp(device, LONGER) instanceof AgentStep.Refused) {
            return DeskOutcome.NOT_NOW;
          }
          telephone.pause(device, AgentRules.WRAP_UP);
          screens.tell(me.id(), News.STATE);
          return DeskOutcome.DONE;
        });
  }

  private DeskOutcome atHerPhone(SignedInUser me, Function<Seat, DeskOutcome> wish) {
    return tried(
        () ->
            seats
                .of(me.id())
                .map(seat -> seat.node().equals(node) ? wish.apply(seat) : DeskOutcome.ELSEWHERE)
                .orElse(DeskOutcome.NO_SEAT));
  }

  private static DeskOutcome tried(Supplier<DeskOutcome> wish) {
    try {
      return wish.get();
    } catch (TelephoneAway e) {
      LOG.warn("the desk's wish was not done: {}", e.getMessage());
      return DeskOutcome.AWAY;
    }
  }
}
