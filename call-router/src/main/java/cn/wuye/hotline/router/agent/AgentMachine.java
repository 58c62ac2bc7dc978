package cn.wuye.hotline.router.agent;

import cn.wuye.hotline.router.agent.AgentState.Gone;
import cn.wuye.hotline.router.agent.AgentState.Paused;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.agent.AgentState.Ringing;
import cn.wuye.hotline.router.agent.AgentState.Talking;
import cn.wuye.hotline.router.agent.AgentState.Unreachable;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import cn.wuye.hotline.router.agent.AgentStep.Reason;
import cn.wuye.hotline.router.agent.AgentStep.Refused;
import cn.wuye.hotline.router.agent.AgentStep.Taken;
import java.time.Instant;
import java.util.Optional;

/**
 * The table of what follows on what. Events come from Asterisk and may come twice, late or out of
 * order: what does not fit changes nothing. What a person asks for and cannot have is refused.
 */
public final class AgentMachine {
  private final AgentRules rules;

  public AgentMachine(AgentRules rules) {
    this.rules = rules;
  }

  /**
   * @param now when it happened; not before the state began
   */
  public AgentStep on(AgentState state, AgentEvent event, Instant now) {
    if (event instanceof AgentEvent.SignedIn) {
      return new Taken(state instanceof Gone ? new Ready(now) : state);
    }
    if (event instanceof AgentEvent.SignedOut) {
      return new Taken(signedOut(state, now));
    }
    if (event instanceof AgentEvent.PauseBegan pause) {
      return pauseBegan(state, pause.reason(), now);
    }
    if (event instanceof AgentEvent.PauseEnded) {
      return pauseEnded(state, now);
    }
    if (event instanceof AgentEvent.Rung rung) {
      return new Taken(rings(state) ? new Ringing(now, rung.call()) : state);
    }
    if (event instanceof AgentEvent.RingEnded ended) {
      return new Taken(
          state instanceof Ringing ringing && isIt(ringing.call(), ended.call())
              ? new Ready(now)
              : state);
    }
    if (event instanceof AgentEvent.Answered answered) {
      return new Taken(answered(state, answered.call(), now));
    }
    if (event instanceof AgentEvent.TalkEnded ended) {
      return new Taken(talkEnded(state, ended.call(), now));
    }
    if (event instanceof AgentEvent.WrapUpExtended extended) {
      return extended(state, extended);
    }
    if (event instanceof AgentEvent.PhoneVanished) {
      return new Taken(vanished(state, now));
    }
    if (event instanceof AgentEvent.PhoneCameBack) {
      return new Taken(cameBack(state, now));
    }
    return new Taken(timePassed(state, now));
  }

  /** Who signs out in a talk goes on talking; the call itself tells that. */
  private static AgentState signedOut(AgentState state, Instant now) {
    return state instanceof Gone ? state : new Gone(now);
  }

  private static AgentStep pauseBegan(AgentState state, String reason, Instant now) {
    if (state instanceof Gone) {
      return new Refused(state, Reason.NOT_SIGNED_IN);
    }
    if (state instanceof Talking talking) {
      return new Taken(new Talking(talking.since(), talking.call(), Optional.of(reason)));
    }
    if (state instanceof Unreachable unreachable) {
      return new Taken(new Unreachable(unreachable.since(), Optional.of(reason)));
    }
    if (state instanceof WrapUp && reason.equals(AgentRules.WRAP_UP)) {
      return new Taken(state);
    }
    if (state instanceof Paused paused && paused.reason().equals(reason)) {
      return new Taken(paused);
    }
    return new Taken(new Paused(now, reason));
  }

  private static AgentStep pauseEnded(AgentState state, Instant now) {
    if (state instanceof Gone) {
      return new Refused(state, Reason.NOT_SIGNED_IN);
    }
    if (state instanceof Talking talking) {
      return talking.pause().isPresent()
          ? new Taken(new Talking(talking.since(), talking.call(), Optional.empty()))
          : new Refused(state, Reason.IN_A_CALL);
    }
    if (state instanceof Unreachable unreachable) {
      return new Taken(new Unreachable(unreachable.since(), Optional.empty()));
    }
    return new Taken(state instanceof Paused || state instanceof WrapUp ? new Ready(now) : state);
  }

  /** A ring is believed wherever she is not talking: Asterisk knows better than we who is free. */
  private static boolean rings(AgentState state) {
    return !(state instanceof Talking || state instanceof Gone);
  }

  private static AgentState answered(AgentState state, String call, Instant now) {
    if (state instanceof Gone
        || (state instanceof Talking talking && talking.call().equals(call))) {
      return state;
    }
    return new Talking(now, call, pause(state));
  }

  /** A pause that was asked for while it rang holds after the talk: Asterisk keeps it. */
  private static Optional<String> pause(AgentState state) {
    if (state instanceof Paused paused) {
      return Optional.of(paused.reason());
    }
    return state instanceof Unreachable unreachable ? unreachable.pause() : Optional.empty();
  }

  private AgentState talkEnded(AgentState state, String call, Instant now) {
    if (!(state instanceof Talking talking && isIt(talking.call(), call))) {
      return state;
    }
    if (talking.pause().isPresent()) {
      return new Paused(now, talking.pause().get());
    }
    return rules.wrapUp().isZero()
        ? new Ready(now)
        : new WrapUp(now, talking.call(), now.plus(rules.wrapUp()));
  }

  /** With whom she talks is not known of a talk that began unseen: whatever ends is that. */
  private static boolean isIt(String known, String ended) {
    return known.isEmpty() || known.equals(ended);
  }

  private AgentStep extended(AgentState state, AgentEvent.WrapUpExtended extended) {
    if (!(state instanceof WrapUp wrapUp)) {
      return new Refused(state, Reason.NO_WRAP_UP);
    }
    Instant until = wrapUp.until().plus(extended.by());
    return until.isAfter(wrapUp.since().plus(rules.longestWrapUp()))
        ? new Refused(state, Reason.TOO_LONG)
        : new Taken(new WrapUp(wrapUp.since(), wrapUp.call(), until));
  }

  /** A talk is not over because a registration is: its own end is told. */
  private static AgentState vanished(AgentState state, Instant now) {
    if (state instanceof Gone || state instanceof Talking || state instanceof Unreachable) {
      return state;
    }
    return new Unreachable(now, pause(state));
  }

  private static AgentState cameBack(AgentState state, Instant now) {
    if (!(state instanceof Unreachable unreachable)) {
      return state;
    }
    return unreachable.pause().isPresent()
        ? new Paused(now, unreachable.pause().get())
        : new Ready(now);
  }

  private static AgentState timePassed(AgentState state, Instant now) {
    return state instanceof WrapUp wrapUp && !wrapUp.until().isAfter(now)
        ? new Ready(wrapUp.until())
        : state;
  }
}
