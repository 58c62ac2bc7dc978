package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentStep;
import cn.wuye.hotline.router.ami.SentCallers;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannels;
import cn.wuye.hotline.router.control.CallControl;
import cn.wuye.hotline.router.control.CallControl.Move;
import cn.wuye.hotline.router.control.CallControl.Place;
import cn.wuye.hotline.router.control.CallLegs;
import cn.wuye.hotline.router.control.ListenMode;
import cn.wuye.hotline.router.live.LiveAgents;
import cn.wuye.hotline.router.live.LiveQueues;
import cn.wuye.hotline.router.live.MembershipChange;
import cn.wuye.hotline.router.live.Placeholder;
import cn.wuye.hotline.router.live.QueueCommands;
import cn.wuye.hotline.router.live.QueueMember;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Originator;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.queue.Membership;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk's telephone over this node's Asterisk. */
final class AsteriskTelephone implements DeskTelephone {
  private static final Logger LOG = LoggerFactory.getLogger(AsteriskTelephone.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** What Asterisk says to MixMonitorMute where nothing is recorded, as in a call-back. */
  private static final String NOT_RECORDED = "Cannot set mute flag";

  private final LiveQueues queues;
  private final LiveAgents agents;
  private final LiveChannels channels;
  private final QueueCommands commands;
  private final CallControl control;
  private final Originator originator;
  private final RecordedElsewhere elsewhere;
  private final Clock clock;

  AsteriskTelephone(
      LiveQueues queues,
      LiveAgents agents,
      LiveChannels channels,
      QueueCommands commands,
      CallControl control,
      Originator originator,
      RecordedElsewhere elsewhere,
      Clock clock) {
    this.queues = queues;
    this.agents = agents;
    this.channels = channels;
    this.commands = commands;
    this.control = control;
    this.originator = originator;
    this.elsewhere = elsewhere;
    this.clock = clock;
  }

  @Override
  public boolean seen() {
    return channels.current();
  }

  @Override
  public AgentState state(String device) {
    AgentState state = agents.states().get(device);
    return state == null ? new AgentState.Gone(clock.instant()) : state;
  }

  @Override
  public Optional<String> pause(String device) {
    return queues.now().agent(device).pause();
  }

  @Override
  public void signIn(String device, List<Membership> places) {
    QueuesNow now = queues.now();
    for (Membership place : places) {
      String queue = place.queue().asteriskName();
      if (!has(now, queue, device)) {
        done(
            commands.apply(
                new MembershipChange.Add(
                    queue, device, place.reach().penalty(), Optional.empty())));
      }
    }
    done(commands.resume(device));
  }

  @Override
  public void signOut(String device) {
    QueuesNow now = queues.now();
    for (QueueView queue : now.queues()) {
      if (has(now, queue.name(), device)) {
        done(commands.apply(new MembershipChange.Remove(queue.name(), device)));
      }
    }
  }

  private static boolean has(QueuesNow now, String queue, String device) {
    return now.queue(queue).stream()
        .flatMap(view -> view.members().stream())
        .map(QueueMember::device)
        .anyMatch(device::equals);
  }

  @Override
  public void pause(String device, String reason) {
    done(commands.pause(device, reason));
  }

  @Override
  public void resume(String device) {
    done(commands.resume(device));
  }

  @Override
  public AgentStep extendWrapUp(String device, Duration by) {
    return agents.extendWrapUp(device, by);
  }

  @Override
  public Optional<String> leg(String device, String call) {
    return CallLegs.of(channels.snapshot(), device, call).map(LiveChannel::id);
  }

  @Override
  public boolean joined(String device, String call) {
    return CallLegs.of(channels.snapshot(), device, call)
        .flatMap(leg -> Placeholder.caller(leg.linkedId()))
        .filter(call::equals)
        .isPresent();
  }

  @Override
  public boolean up(String channel) {
    return channels
        .find(channel)
        .filter(found -> found.state() == LiveChannel.State.UP)
        .isPresent();
  }

  @Override
  public void hangUp(String channel) {
    done(control.hangUp(channel));
  }

  @Override
  public void mute(String channel, boolean on) {
    done(control.mute(channel, on));
  }

  @Override
  public void press(String channel, String keys) {
    done(control.press(channel, keys));
  }

  @Override
  public void pauseRecording(String channel, boolean paused) {
    try {
      done(control.pauseRecording(channel, paused));
    } catch (TelephoneAway e) {
      if (!String.valueOf(e.getMessage()).contains(NOT_RECORDED)) {
        throw e;
      }
      if (channels
          .find(channel)
          .map(LiveChannel::name)
          .filter(SentCallers::betweenNodes)
          .isPresent()) {
        elsewhere.pause(channel, paused);
      } else {
        LOG.debug("{} is not recorded", channel);
      }
    }
  }

  @Override
  public void send(String channel, Place to) {
    done(control.send(channel, to));
  }

  @Override
  public void sendBoth(Move one, Move other) {
    done(control.sendBoth(one, other));
  }

  @Override
  public Ring ring(String id, String number, Place to, Duration longest) {
    return ringDevice(id, "Local/" + number + "@hotline-outbound/n", to, longest);
  }

  @Override
  public Ring ringDevice(String id, String device, Place to, Duration longest) {
    return originator.originate(
        id, new OriginateRequest(device, to.context(), to.extension(), "", longest, Map.of()));
  }

  @Override
  public Optional<String> listener(String device) {
    return CallLegs.listener(channels.snapshot(), device).map(LiveChannel::id);
  }

  @Override
  public Ring ringListener(
      String id, String device, String heard, ListenMode mode, Duration longest) {
    Place place = mode.place();
    return originator.originate(
        id,
        new OriginateRequest(
            device,
            place.context(),
            place.extension(),
            "",
            longest,
            Map.of(ListenMode.HEARD, heard)));
  }

  @Override
  public void listen(String listener, String heard, ListenMode mode) {
    done(control.set(listener, ListenMode.HEARD, heard));
    done(control.send(listener, mode.place()));
  }

  private static void done(CompletableFuture<?> answer) {
    try {
      answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new TelephoneAway(String.valueOf(e.getMessage()), e);
    } catch (TimeoutException e) {
      throw new TelephoneAway("no answer within " + PATIENCE.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TelephoneAway("interrupted", e);
    }
  }
}
