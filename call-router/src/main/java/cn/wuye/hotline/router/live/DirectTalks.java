package cn.wuye.hotline.router.live;

import static cn.wuye.hotline.router.ami.AmiWords.text;

import cn.wuye.hotline.router.agent.AgentEvent;
import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.ami.AmiListener;
import cn.wuye.hotline.router.ami.AmiWords;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannels;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.DialBeginEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Agents' phones that are rung for a caller without a queue: her last agent, a colleague to whom
 * she is handed on. Asterisk's queues know nothing of such a talk and give no wrap-up after it; so
 * it is a pause, which whoever shows wrap-ups ends ({@link LiveAgents#extendWrapUp}), where others
 * take calls meanwhile; who is alone in a queue may be rung at once. Used on the thread of events
 * alone; to be added to the queues, and to the connection behind both.
 */
public final class DirectTalks implements AmiListener, QueuesListener {
  private static final Logger LOG = LoggerFactory.getLogger(DirectTalks.class);

  /** Whom an agent asks, who is on duty: rung by way of a Local channel. */
  private static final String RUNG_BY_US = "Local/";

  private final LiveChannels channels;
  private final LiveQueues queues;
  private final LiveAgents agents;
  private final QueueCommands commands;
  private final Clock clock;

  /** By the channel of the phone that is rung. */
  private final Map<String, Talk> talks = new HashMap<>();

  private record Talk(String device, String call) {}

  public DirectTalks(
      LiveChannels channels,
      LiveQueues queues,
      LiveAgents agents,
      QueueCommands commands,
      Clock clock) {
    this.channels = channels;
    this.queues = queues;
    this.agents = agents;
    this.commands = commands;
    this.clock = clock;
  }

  /** What ended unseen is seen by the whole state of the queues, in which that phone is free. */
  @Override
  public void onSynchronised(List<CoreShowChannelEvent> existing, Optional<BlindSpan> blind) {
    Set<String> there = AmiWords.ids(existing);
    talks.keySet().retainAll(there);
  }

  @Override
  public void onEvent(ManagerEvent event) {
    if (event instanceof DialBeginEvent begin) {
      rung(begin);
    } else if (event instanceof DialEndEvent end) {
      boolean answered = DialEndEvent.DIALSTATUS_ANSWER.equals(end.getDialStatus());
      String channel = text(end.getDestUniqueId());
      Talk talk = answered ? talks.get(channel) : talks.remove(channel);
      if (talk != null) {
        agents.withoutQueue(
            talk.device(),
            answered ? new AgentEvent.Answered(talk.call()) : new AgentEvent.RingEnded(talk.call()),
            moment(event));
      }
    } else if (event instanceof HangupEvent hangup) {
      Talk talk = talks.remove(text(hangup.getUniqueId()));
      if (talk != null) {
        over(talk, moment(event));
      }
    }
  }

  private void rung(DialBeginEvent begin) {
    Optional<String> phone = LiveChannel.phoneOf(text(begin.getDestChannel()));
    String call = text(begin.getLinkedId());
    if (phone.isPresent() && isCaller(call) && !queues.now().waits(text(begin.getUniqueId()))) {
      Talk talk = new Talk(phone.get(), call);
      talks.put(text(begin.getDestUniqueId()), talk);
      // Whoever pauses may be rung by a colleague; her pause goes on if she does not answer.
      if (agents.states().get(talk.device()) instanceof AgentState.Ready) {
        agents.withoutQueue(talk.device(), new AgentEvent.Rung(call), moment(begin));
      }
    }
  }

  /** Neither is a colleague who dials the extension, nor what we have ring ourselves. */
  private boolean isCaller(String call) {
    return channels
        .find(call)
        .map(LiveChannel::name)
        .filter(name -> LiveChannel.phoneOf(name).isEmpty())
        .filter(name -> !name.startsWith(RUNG_BY_US))
        .isPresent();
  }

  private void over(Talk talk, Instant at) {
    agents.withoutQueue(talk.device(), new AgentEvent.RingEnded(talk.call()), at);
    AgentState after =
        agents.withoutQueue(talk.device(), new AgentEvent.TalkEnded(talk.call()), at);
    if (after instanceof AgentState.WrapUp wrapUp
        && wrapUp.call().equals(talk.call())
        && othersWork(talk.device())) {
      commands
          .pause(talk.device(), AgentRules.WRAP_UP)
          .whenComplete((done, failure) -> failed("has no wrap-up", talk.device(), failure));
    }
  }

  /**
   * Those who worked besides may pause or go meanwhile: a wrap-up is no reason to close a queue.
   */
  @Override
  public void happened(QueueHappening happening, Instant at) {
    if (happening instanceof QueueHappening.PauseChanged
        || happening instanceof QueueHappening.MemberSeen
        || happening instanceof QueueHappening.MemberGone) {
      for (String device : agents.pausedForWrapUp()) {
        if (!othersWork(device)) {
          commands
              .resume(device)
              .whenComplete((done, failure) -> failed("stays in its wrap-up", device, failure));
        }
      }
    }
  }

  private static void failed(String what, String device, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.warn("{} {}: {}", device, what, failure.getMessage());
    }
  }

  /** Without them who calls would be told that nobody works: a queue waits for no pause. */
  private boolean othersWork(String device) {
    return queues.now().queues().stream()
        .filter(queue -> queue.members().stream().anyMatch(m -> m.device().equals(device)))
        .allMatch(queue -> queue.staffedWithout(device));
  }

  private Instant moment(ManagerEvent event) {
    return AmiWords.moment(event).orElseGet(clock::instant);
  }
}
