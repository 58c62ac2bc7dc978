package cn.wuye.hotline.router.live;

import static cn.wuye.hotline.router.ami.AmiWords.text;
import static cn.wuye.hotline.router.live.Members.number;

import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.ami.AmiListener;
import cn.wuye.hotline.router.ami.AmiStatus;
import cn.wuye.hotline.router.ami.AmiWords;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueHappening.Ended;
import cn.wuye.hotline.router.live.QueueHappening.Joined;
import cn.wuye.hotline.router.live.QueueHappening.Left;
import cn.wuye.hotline.router.live.QueueHappening.MemberGone;
import cn.wuye.hotline.router.live.QueueHappening.MemberSeen;
import cn.wuye.hotline.router.live.QueueHappening.PauseChanged;
import cn.wuye.hotline.router.live.QueueHappening.Rung;
import cn.wuye.hotline.router.live.QueueHappening.RungInVain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.asteriskjava.manager.event.AgentCalledEvent;
import org.asteriskjava.manager.event.AgentCompleteEvent;
import org.asteriskjava.manager.event.AgentConnectEvent;
import org.asteriskjava.manager.event.AgentRingNoAnswerEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.QueueCallerLeaveEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.QueueMemberAddedEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueMemberPauseEvent;
import org.asteriskjava.manager.event.QueueMemberPenaltyEvent;
import org.asteriskjava.manager.event.QueueMemberRemovedEvent;
import org.asteriskjava.manager.event.QueueMemberStatusEvent;
import org.asteriskjava.manager.event.QueueParamsEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.jspecify.annotations.Nullable;

/** All queues of this node as they are now: taken whole at each login, kept by events. */
public final class LiveQueues implements AmiListener {
  private final Clock clock;
  private final List<QueuesListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, LiveQueue> queues = new TreeMap<>();
  private final Map<String, String> calls = new HashMap<>();
  private final Talks talks = new Talks();
  private boolean current;

  public LiveQueues(Clock clock) {
    this.clock = clock;
  }

  public void addListener(QueuesListener listener) {
    listeners.add(listener);
  }

  /** What is known now. */
  public synchronized QueuesNow now() {
    return new QueuesNow(current, queues.values().stream().map(LiveQueue::view).toList(), calls);
  }

  @Override
  public void onStatus(AmiStatus status) {
    if (!status.up() && blinded()) {
      tell(QueuesListener::lost);
    }
  }

  private synchronized boolean blinded() {
    boolean was = current;
    current = false;
    return was;
  }

  /** A call that is no more is nobody's. */
  @Override
  public synchronized void onSynchronised(
      List<CoreShowChannelEvent> channels, Optional<BlindSpan> blind) {
    Set<String> existing = AmiWords.ids(channels);
    calls.values().retainAll(existing);
    talks.retain(existing);
  }

  @Override
  public void onQueues(List<ResponseEvent> status, Optional<BlindSpan> blind) {
    replace(status);
    QueuesNow fresh = now();
    tell(l -> l.replaced(fresh, blind));
  }

  private synchronized void replace(List<ResponseEvent> status) {
    Instant now = clock.instant();
    queues.clear();
    for (ResponseEvent row : status) {
      if (row instanceof QueueParamsEvent params) {
        queue(params.getQueue());
      } else if (row instanceof QueueMemberEvent member) {
        queue(member.getQueue()).put(Members.of(member));
      } else if (row instanceof QueueEntryEvent entry) {
        long waited = Objects.requireNonNullElse(entry.getWait(), 0L);
        queue(entry.getQueue())
            .join(text(entry.getUniqueId()), number(entry.getPosition()), now.minusSeconds(waited));
      }
    }
    current = true;
  }

  /**
   * Asterisk has read its files of queues anew, of which no event tells.
   *
   * @param defined the names of those that it has now; of others only those stay in which somebody
   *     still is
   */
  public synchronized void reread(Set<String> defined) {
    defined.forEach(this::queue);
    queues.values().removeIf(queue -> queue.empty() && !defined.contains(queue.name()));
  }

  @Override
  public void onEvent(ManagerEvent event) {
    Instant at = moment(event);
    talks.freed(at).forEach(over -> happened(over.ended(), over.at()));
    if (event instanceof HangupEvent hangup) {
      talks.hungUp(text(hangup.getUniqueId()), at).ifPresent(ended -> happened(ended, at));
      return;
    }
    read(event)
        .ifPresent(
            happening -> {
              if (happening instanceof MemberSeen seen) {
                talks.seen(seen.member(), at).ifPresent(ended -> happened(ended, at));
              }
              if (!(happening instanceof Ended ended) || talks.ended(ended)) {
                happened(happening, at);
              }
            });
  }

  private void happened(QueueHappening happening, Instant at) {
    if (happening instanceof Answered answered) {
      talks.began(answered, at);
    }
    QueueHappening whole = take(happening, at);
    tell(l -> l.happened(whole, at));
  }

  /**
   * Asterisk's own moment, so that the same event told again is the same; ours where it has none.
   */
  private Instant moment(ManagerEvent event) {
    return AmiWords.moment(event).orElseGet(clock::instant);
  }

  private synchronized Optional<QueueHappening> read(ManagerEvent event) {
    if (event instanceof QueueCallerJoinEvent join) {
      return Optional.of(
          new Joined(text(join.getQueue()), text(join.getUniqueId()), number(join.getPosition())));
    }
    if (event instanceof QueueCallerLeaveEvent leave) {
      return Optional.of(new Left(text(leave.getQueue()), text(leave.getUniqueId())));
    }
    if (event instanceof AgentCalledEvent called) {
      return Optional.of(
          new Rung(
              text(called.getQueue()), text(called.getUniqueId()), text(called.getInterface())));
    }
    if (event instanceof AgentRingNoAnswerEvent vain) {
      return Optional.of(
          new RungInVain(
              text(vain.getQueue()), text(vain.getUniqueId()), text(vain.getInterface())));
    }
    if (event instanceof AgentConnectEvent connect) {
      return Optional.of(
          new Answered(
              text(connect.getQueue()),
              text(connect.getUniqueId()),
              text(connect.getInterface()),
              seconds(connect.getHoldTime())));
    }
    if (event instanceof AgentCompleteEvent complete) {
      return Optional.of(
          new Ended(
              text(complete.getQueue()),
              text(complete.getUniqueId()),
              text(complete.getInterface()),
              seconds(complete.getTalkTime()),
              text(complete.getReason())));
    }
    return member(event);
  }

  private Optional<QueueHappening> member(ManagerEvent event) {
    if (event instanceof QueueMemberStatusEvent status) {
      return Optional.of(new MemberSeen(Members.of(status)));
    }
    if (event instanceof QueueMemberAddedEvent added) {
      return Optional.of(new MemberSeen(Members.of(added)));
    }
    if (event instanceof QueueMemberPauseEvent pause) {
      return Optional.of(new PauseChanged(Members.of(pause)));
    }
    if (event instanceof QueueMemberRemovedEvent removed) {
      return Optional.of(
          new MemberGone(text(removed.getQueue()), text(removed.getInterface()), false));
    }
    if (event instanceof QueueMemberPenaltyEvent penalty) {
      return repriced(
          text(penalty.getQueue()), text(penalty.getInterface()), number(penalty.getPenalty()));
    }
    return Optional.empty();
  }

  private synchronized Optional<QueueHappening> repriced(String queue, String device, int penalty) {
    return Optional.ofNullable(queues.get(queue))
        .flatMap(known -> known.member(device))
        .map(member -> new MemberSeen(member.withPenalty(penalty)));
  }

  /** Takes it in; what only the whole state knows is added. */
  private synchronized QueueHappening take(QueueHappening happening, Instant at) {
    if (happening instanceof Joined joined) {
      queue(joined.queue()).join(joined.call(), joined.position(), at);
    } else if (happening instanceof Left left) {
      queue(left.queue()).leave(left.call());
    } else if (happening instanceof Rung rung) {
      calls.put(rung.device(), rung.call());
    } else if (happening instanceof RungInVain vain) {
      calls.remove(vain.device(), vain.call());
    } else if (happening instanceof Answered answered) {
      calls.put(answered.device(), answered.call());
    } else if (happening instanceof Ended ended) {
      calls.remove(ended.device(), ended.call());
    } else if (happening instanceof MemberSeen seen) {
      queue(seen.queue()).put(seen.member());
      if (seen.member().phone() == Phone.FREE) {
        calls.remove(seen.member().device());
      }
    } else if (happening instanceof PauseChanged pause) {
      queue(pause.queue()).put(pause.member());
    } else if (happening instanceof MemberGone gone) {
      queue(gone.queue()).remove(gone.device());
      boolean last = queues.values().stream().noneMatch(queue -> queue.has(gone.device()));
      return new MemberGone(gone.queue(), gone.device(), last);
    }
    return happening;
  }

  private LiveQueue queue(@Nullable String name) {
    return queues.computeIfAbsent(text(name), LiveQueue::new);
  }

  private void tell(Consumer<QueuesListener> news) {
    listeners.forEach(news);
  }

  private static Duration seconds(@Nullable Long value) {
    return Duration.ofSeconds(Objects.requireNonNullElse(value, 0L));
  }
}
