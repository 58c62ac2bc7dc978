package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentStep;
import cn.wuye.hotline.router.control.CallControl.Move;
import cn.wuye.hotline.router.control.CallControl.Place;
import cn.wuye.hotline.router.control.ListenMode;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import cn.wuye.hotline.router.queue.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A telephone in memory: writes down what is asked of it, and fails when it is told to. */
final class FakeTelephone implements DeskTelephone {
  static final String LEG = "leg";

  /** What was asked, "hold caller-1" in the words of the dialplan. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  final Map<String, AgentState> states = new ConcurrentHashMap<>();
  final Map<String, String> pauses = new ConcurrentHashMap<>();
  final Map<String, String> listeners = new ConcurrentHashMap<>();
  final Set<String> up = ConcurrentHashMap.newKeySet();
  final Map<String, CompletableFuture<RingOutcome>> rings = new ConcurrentHashMap<>();
  volatile boolean away;
  volatile boolean legThere = true;

  /** How ringing ends at once; null when it goes on until the test ends it. */
  volatile @Nullable RingOutcome soon;

  private void ask(String what) {
    if (away) {
      throw new TelephoneAway("switched off");
    }
    asked.add(what);
  }

  @Override
  public boolean seen() {
    return !away;
  }

  @Override
  public AgentState state(String device) {
    return states.getOrDefault(device, new AgentState.Gone(Instant.EPOCH));
  }

  @Override
  public Optional<String> pause(String device) {
    return Optional.ofNullable(pauses.get(device));
  }

  boolean joined;

  @Override
  public void signIn(String device, List<Membership> places) {
    ask("sign in " + device + " " + places.size());
    states.put(device, new AgentState.Ready(Instant.EPOCH));
  }

  @Override
  public void signOut(String device) {
    ask("sign out " + device);
    states.remove(device);
  }

  @Override
  public void pause(String device, String reason) {
    ask("pause " + device + " " + reason);
    pauses.put(device, reason);
  }

  @Override
  public void resume(String device) {
    ask("resume " + device);
    pauses.remove(device);
  }

  @Override
  public AgentStep extendWrapUp(String device, Duration by) {
    AgentState state = state(device);
    return state instanceof AgentState.WrapUp
        ? new AgentStep.Taken(state)
        : new AgentStep.Refused(state, AgentStep.Reason.NO_WRAP_UP);
  }

  @Override
  public Optional<String> leg(String device, String call) {
    return legThere ? Optional.of(LEG) : Optional.empty();
  }

  @Override
  public boolean joined(String device, String call) {
    return joined;
  }

  @Override
  public boolean up(String channel) {
    return up.contains(channel);
  }

  @Override
  public void hangUp(String channel) {
    ask("hang up " + channel);
    up.remove(channel);
  }

  @Override
  public void mute(String channel, boolean on) {
    ask((on ? "mute " : "unmute ") + channel);
  }

  @Override
  public void press(String channel, String keys) {
    ask("press " + keys + " " + channel);
  }

  @Override
  public void pauseRecording(String channel, boolean paused) {
    ask((paused ? "pause recording " : "record ") + channel);
  }

  @Override
  public void send(String channel, Place to) {
    ask(channel + " to " + to.context() + " " + to.extension());
  }

  @Override
  public void sendBoth(Move one, Move other) {
    ask(
        one.channel()
            + " to "
            + one.to().context()
            + " and "
            + other.channel()
            + " to "
            + other.to().context());
  }

  @Override
  public Ring ring(String id, String number, Place to, Duration longest) {
    return ringDevice(id, number, to, longest);
  }

  @Override
  public Optional<String> listener(String device) {
    return Optional.ofNullable(listeners.get(device));
  }

  @Override
  public Ring ringListener(
      String id, String device, String heard, ListenMode mode, Duration longest) {
    return ringDevice(id, device + " for " + heard, mode.place(), longest);
  }

  @Override
  public void listen(String listener, String heard, ListenMode mode) {
    ask(listener + " hears " + heard + " by " + mode.place().extension());
  }

  @Override
  public Ring ringDevice(String id, String device, Place to, Duration longest) {
    ask("ring " + device + " into " + to.context());
    CompletableFuture<RingOutcome> outcome = new CompletableFuture<>();
    rings.put(id, outcome);
    RingOutcome now = soon;
    if (now != null) {
      outcome.complete(now);
    }
    return new Ring() {
      @Override
      public String channelId() {
        return id;
      }

      @Override
      public CompletableFuture<RingOutcome> outcome() {
        return outcome;
      }

      @Override
      public void cancel() {
        outcome.complete(RingOutcome.NO_ANSWER);
      }
    };
  }
}
