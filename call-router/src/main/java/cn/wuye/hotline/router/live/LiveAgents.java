package cn.wuye.hotline.router.live;

import cn.wuye.hotline.router.agent.AgentEvent;
import cn.wuye.hotline.router.agent.AgentMachine;
import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentState.Gone;
import cn.wuye.hotline.router.agent.AgentState.Ringing;
import cn.wuye.hotline.router.agent.AgentState.Talking;
import cn.wuye.hotline.router.agent.AgentState.Unreachable;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import cn.wuye.hotline.router.agent.AgentStep;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueHappening.Ended;
import cn.wuye.hotline.router.live.QueueHappening.MemberGone;
import cn.wuye.hotline.router.live.QueueHappening.MemberSeen;
import cn.wuye.hotline.router.live.QueueHappening.PauseChanged;
import cn.wuye.hotline.router.live.QueueHappening.Rung;
import cn.wuye.hotline.router.live.QueueHappening.RungInVain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What every agent of this node does: the events of queues, and of callers for whom her phone was
 * rung without one ({@link DirectTalks}), put through the table of states.
 */
public final class LiveAgents implements QueuesListener {
  private final AgentRules rules;
  private final AgentMachine machine;
  private final Clock clock;
  private final Map<String, AgentState> states = new ConcurrentHashMap<>();
  private final List<AgentsListener> listeners = new CopyOnWriteArrayList<>();

  /** Devices whose wrap-up Asterisk knows only as a pause. */
  private final Set<String> pausedForWrapUp = new HashSet<>();

  public LiveAgents(AgentRules rules, Clock clock) {
    this.rules = rules;
    this.machine = new AgentMachine(rules);
    this.clock = clock;
  }

  public void addListener(AgentsListener listener) {
    listeners.add(listener);
  }

  /** By device; who is gone is not in it. */
  public Map<String, AgentState> states() {
    return Map.copyOf(states);
  }

  /**
   * Gives an agent longer for what her last call has left. Asterisk's own wrap-up stays as it is:
   * whoever asks for this has to pause her, with the reason {@link AgentRules#WRAP_UP}, and to end
   * that pause when the wrap-up is over.
   */
  public synchronized AgentStep extendWrapUp(String device, Duration by) {
    Instant now = clock.instant();
    AgentState before = state(device, now);
    AgentStep step = machine.on(before, new AgentEvent.WrapUpExtended(by), now);
    set(device, before, step.state());
    return step;
  }

  /**
   * Takes in what happens to an agent by a call that came from no queue.
   *
   * @return what she does now
   */
  synchronized AgentState withoutQueue(String device, AgentEvent event, Instant at) {
    AgentState before = state(device, at);
    on(device, event, at);
    AgentState after = state(device, at);
    if (!after.equals(before) && after instanceof WrapUp) {
      pausedForWrapUp.add(device);
    }
    return after;
  }

  /** Devices whose wrap-up is a pause that they have not asked for. */
  synchronized Set<String> pausedForWrapUp() {
    return Set.copyOf(pausedForWrapUp);
  }

  /** Ends the wrap-ups that are over; to be called every second. */
  public synchronized void tick() {
    Instant now = clock.instant();
    Set.copyOf(states.keySet()).forEach(device -> on(device, new AgentEvent.TimePassed(), now));
  }

  @Override
  public synchronized void replaced(QueuesNow now, Optional<BlindSpan> blind) {
    Instant at = clock.instant();
    Set<String> devices = new HashSet<>(states.keySet());
    devices.addAll(now.devices());
    for (String device : devices) {
      AgentState before = state(device, at);
      set(device, before, now.agent(device).state(before, rules, at));
    }
  }

  @Override
  public synchronized void happened(QueueHappening happening, Instant at) {
    if (happening instanceof Rung rung) {
      on(rung.device(), new AgentEvent.Rung(rung.call()), at);
    } else if (happening instanceof RungInVain vain) {
      on(vain.device(), new AgentEvent.RingEnded(vain.call()), at);
    } else if (happening instanceof Answered answered) {
      on(answered.device(), new AgentEvent.Answered(answered.call()), at);
    } else if (happening instanceof Ended ended) {
      on(ended.device(), new AgentEvent.TalkEnded(ended.call()), at);
    } else if (happening instanceof MemberSeen seen) {
      seen(seen.member(), at);
    } else if (happening instanceof PauseChanged changed) {
      pause(changed.member(), at);
    } else if (happening instanceof MemberGone gone && gone.last()) {
      on(gone.device(), new AgentEvent.SignedOut(), at);
    }
  }

  private void seen(QueueMember member, Instant at) {
    boolean fresh = state(member.device(), at) instanceof Gone;
    on(member.device(), new AgentEvent.SignedIn(), at);
    if (fresh && member.pause().isPresent()) {
      on(member.device(), new AgentEvent.PauseBegan(member.pause().get()), at);
    }
    if (member.phone() == Phone.ABSENT) {
      on(member.device(), new AgentEvent.PhoneVanished(), at);
    } else if (state(member.device(), at) instanceof Unreachable) {
      on(member.device(), new AgentEvent.PhoneCameBack(), at);
    }
    if (member.phone() == Phone.FREE) {
      hungUp(member.device(), at);
    }
  }

  /** A free phone rings for nobody, and a talk of which no end will be told is over. */
  private void hungUp(String device, Instant at) {
    AgentState state = state(device, at);
    if (state instanceof Ringing ringing) {
      on(device, new AgentEvent.RingEnded(ringing.call()), at);
    } else if (state instanceof Talking talking && talking.call().isEmpty()) {
      on(device, new AgentEvent.TalkEnded(""), at);
    }
  }

  private void pause(QueueMember member, Instant at) {
    if (member.pause().isPresent()) {
      on(member.device(), new AgentEvent.PauseBegan(member.pause().get()), at);
    } else if (pausedForWrapUp.contains(member.device())
        || !inAsterisksWrapUp(state(member.device(), at), at)) {
      on(member.device(), new AgentEvent.PauseEnded(), at);
    }
  }

  /** The end of a pause does not end the wrap-up that Asterisk itself keeps. */
  private boolean inAsterisksWrapUp(AgentState state, Instant at) {
    return state instanceof WrapUp wrapUp
        && Duration.between(wrapUp.since(), at).compareTo(rules.wrapUp()) < 0;
  }

  private void on(String device, AgentEvent event, Instant at) {
    AgentState before = state(device, at);
    set(device, before, machine.on(before, event, at).state());
  }

  private AgentState state(String device, Instant at) {
    return states.getOrDefault(device, new Gone(at));
  }

  private void set(String device, AgentState before, AgentState after) {
    if (!(after instanceof WrapUp)) {
      pausedForWrapUp.remove(device);
    }
    if (after instanceof Gone) {
      states.remove(device);
    } else {
      states.put(device, after);
    }
    if (!after.equals(before)) {
      listeners.forEach(l -> l.changed(device, before, after));
    }
  }
}
