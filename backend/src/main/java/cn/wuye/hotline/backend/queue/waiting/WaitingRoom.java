package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.queue.OtherNodes;
import cn.wuye.hotline.backend.queue.QueueBook;
import cn.wuye.hotline.backend.queue.QueueData;
import cn.wuye.hotline.backend.queue.QueueManner;
import cn.wuye.hotline.backend.queue.StormAnnouncement;
import cn.wuye.hotline.backend.queue.callback.CallBacksAhead;
import cn.wuye.hotline.backend.queue.waiting.Kept.Known;
import cn.wuye.hotline.backend.traffic.writer.CallerSteps;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.port.PersonQueues;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.QueueNeeds;
import cn.wuye.hotline.ivr.port.QueueWait;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.wording.ServiceHours;
import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.agent.AgentSnapshot;
import cn.wuye.hotline.router.agent.AgentState.Gone;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.ami.AmiListener;
import cn.wuye.hotline.router.ami.SentCallers;
import cn.wuye.hotline.router.live.QueueHappening;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesListener;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.CallerNeeds;
import cn.wuye.hotline.router.queue.ExpectedWait;
import cn.wuye.hotline.router.queue.LastAgent;
import cn.wuye.hotline.router.queue.Precedence;
import cn.wuye.hotline.router.queue.QueueChoice;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.Storm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewConnectedLineEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everybody who waits for a person on this node, in the queue or asked between two stays. */
final class WaitingRoom implements PersonQueues, WaitingSteps, QueuesListener, AmiListener {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);

  private final QueueBook book;
  private final Supplier<QueuesNow> live;
  private final Kept kept;
  private final CallBacksAhead ahead;
  private final AnsweredCalls answered;
  private final AgentAlarm alarm;
  private final CallerSteps steps;
  private final BooleanSupplier music;
  private final OtherNodes otherNodes;
  private final Clock clock;
  private final Map<String, OneWait> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger fronts = new AtomicInteger();
  private final Map<String, Boolean> storms = new ConcurrentHashMap<>();

  WaitingRoom(
      QueueBook book,
      Supplier<QueuesNow> live,
      Kept kept,
      CallBacksAhead ahead,
      AnsweredCalls answered,
      AgentAlarm alarm,
      CallerSteps steps,
      BooleanSupplier music,
      OtherNodes otherNodes,
      Clock clock) {
    this.book = book;
    this.live = live;
    this.kept = kept;
    this.ahead = ahead;
    this.answered = answered;
    this.alarm = alarm;
    this.steps = steps;
    this.music = music;
    this.otherNodes = otherNodes;
    this.clock = clock;
  }

  /** Whether Asterisk finds the pieces that callers may hear. */
  boolean music() {
    return music.getAsBoolean();
  }

  @Override
  public Optional<QueueWait> join(Call call, QueueNeeds needs) {
    QueueData data = book.data();
    if (!used(data, live.get())) {
      return Optional.empty();
    }
    Known known = call.caller().map(kept::of).orElse(Known.NOTHING);
    CallerNeeds caller =
        new CallerNeeds(
            needs.estateId(),
            needs.dialect(),
            needs.category(),
            needs.emergency(),
            needs.older() || known.older());
    Optional<QueueDefinition> queue =
        choose(caller, other -> elsewhere(call.id().value(), other, Set.of()).isPresent());
    if (queue.isEmpty()) {
      LOG.warn("call {}: no queue suits, the phones of the directory are rung", call.id());
      return Optional.empty();
    }
    Instant now = clock.instant();
    OneWait wait =
        new OneWait(
            this,
            new OneWait.Caller(
                call,
                caller,
                EstateId.find(needs.estateId()).orElse(null),
                known.waitsSince().filter(since -> since.isBefore(now)).orElse(now),
                call.caller().isPresent() && !known.callBackActive()),
            queue.get(),
            open(queue.get()) ? lastAgent(caller, known, now) : Optional.empty(),
            now);
    waiting.put(call.id().value(), wait);
    LOG.info("call {}: waits for a person in {}", call.id(), queue.get().asteriskName());
    return Optional.of(wait);
  }

  /** Only where somebody is there: an emergency does not wait for a queue without agents. */
  @Override
  public Optional<Beside> alarm(Call call, QueueNeeds needs, Prompt whisper) {
    if (!live.get().current()) {
      return Optional.empty();
    }
    CallerNeeds caller =
        new CallerNeeds(needs.estateId(), needs.dialect(), needs.category(), true, needs.older());
    return QueueChoice.best(caller, book.data().queues(), this::staffed)
        .filter(this::staffed)
        .map(queue -> alarm.ring(queue, call, caller, whisper));
  }

  /** A company that has given nobody a phone, and where nobody has signed in, has no agents. */
  private static boolean used(QueueData data, QueuesNow now) {
    return !data.queues().isEmpty() && (!data.agentNames().isEmpty() || !now.devices().isEmpty());
  }

  @Override
  public OptionalInt toFront(String call) {
    OneWait wait = waiting.get(call);
    if (wait == null) {
      return OptionalInt.empty();
    }
    int precedence = Precedence.front(fronts.getAndIncrement());
    wait.toFront(precedence);
    return OptionalInt.of(precedence);
  }

  @Override
  public boolean toQueue(String call, String queue) {
    OneWait wait = waiting.get(call);
    if (wait == null || find(queue).isEmpty()) {
      return false;
    }
    wait.toQueue(queue);
    return true;
  }

  Optional<QueueDefinition> find(String code) {
    return book.data().queues().stream().filter(queue -> queue.code().equals(code)).findFirst();
  }

  /**
   * The best queue that is open and staffed; else the best that is open; else the best.
   *
   * @param elsewhere whether another node's agents could answer
   */
  Optional<QueueDefinition> choose(CallerNeeds caller, Predicate<QueueDefinition> elsewhere) {
    Collection<QueueDefinition> all = book.data().queues();
    List<QueueDefinition> open = all.stream().filter(this::open).toList();
    Predicate<QueueDefinition> staffed = queue -> staffed(queue) || elsewhere.test(queue);
    return QueueChoice.best(caller, open, staffed).or(() -> QueueChoice.best(caller, all, staffed));
  }

  /**
   * Another node whose agents could answer. None for a call whose id names no node, as one that we
   * have placed: what is done to it there would not find the way back.
   *
   * @param without nodes where she was sent in vain
   */
  Optional<OtherNodes.Elsewhere> elsewhere(
      String call, QueueDefinition queue, Set<String> without) {
    return SentCallers.nodeOf(call).isEmpty() ? Optional.empty() : elsewhere(queue, without);
  }

  private Optional<OtherNodes.Elsewhere> elsewhere(QueueDefinition queue, Set<String> without) {
    return otherNodes.staffed(queue.code(), manner(queue).homeNode(), without);
  }

  /** Another node where somebody is free, while those here are all busy; as {@link #elsewhere}. */
  Optional<OtherNodes.Elsewhere> freeElsewhere(
      String call, QueueDefinition queue, Set<String> without) {
    return SentCallers.nodeOf(call).isEmpty() || anyFree(queue)
        ? Optional.empty()
        : otherNodes.free(queue.code(), without);
  }

  /** Whether a phone here would ring for her; of an Asterisk that cannot be seen it is hoped. */
  private boolean anyFree(QueueDefinition queue) {
    QueuesNow now = live.get();
    return !now.current()
        || view(now, queue).map(QueueView::members).orElse(List.of()).stream()
            .anyMatch(member -> free(member.device()));
  }

  boolean open(QueueDefinition queue) {
    QueueManner manner = manner(queue);
    return !manner.hands().shut()
        && manner.hours().open(LocalDateTime.ofInstant(clock.instant(), ServiceHours.ZONE));
  }

  /** Whether somebody could answer here; of an Asterisk that cannot be seen the best is hoped. */
  boolean staffed(QueueDefinition queue) {
    QueuesNow now = live.get();
    return !now.current() || view(now, queue).filter(QueueView::staffed).isPresent();
  }

  QueueManner manner(QueueDefinition queue) {
    return book.data().manner(queue);
  }

  /** Whether so many call that a call-back is offered at once. */
  boolean storm(QueueDefinition queue) {
    return switch (manner(queue).hands().storm()) {
      case ON -> true;
      case OFF -> false;
      case AUTO -> breaks(queue);
    };
  }

  /** What callers are told first in a storm, as it was recorded if it was; empty for nothing. */
  Optional<Prompt.Piece> announcement(QueueDefinition queue) {
    StormAnnouncement announcement = manner(queue).hands().announcement();
    String words = announcement.words();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        book.sound(announcement)
            .<Prompt.Piece>map(pcm -> new Prompt.Recording(words, pcm))
            .orElseGet(() -> new Prompt.Spoken(words)));
  }

  private boolean breaks(QueueDefinition queue) {
    int here = view(live.get(), queue).map(seen -> seen.members().size()).orElse(0);
    int elsewhere = elsewhere(queue, Set.of()).map(OtherNodes.Elsewhere::agents).orElse(0);
    int signedIn = Math.max(here, elsewhere);
    boolean before = storms.getOrDefault(queue.code(), false);
    boolean goesOn = Storm.goesOn(before, others(queue).size(), signedIn);
    storms.put(queue.code(), goesOn);
    return goesOn;
  }

  private static Optional<QueueView> view(QueuesNow now, QueueDefinition queue) {
    return now.queue(queue.asteriskName());
  }

  private List<OneWait> others(QueueDefinition queue) {
    return waiting.values().stream()
        .filter(wait -> wait.queue().code().equals(queue.code()))
        .toList();
  }

  /** How many callers come before one. */
  int before(OneWait wait, Instant now) {
    return (int)
        others(wait.queue()).stream()
            .filter(other -> other != wait && other.comesBefore(wait, now))
            .count();
  }

  /** How many call-backs do. */
  int callBacksBefore(OneWait wait, Instant now) {
    return ahead.before(wait.queue().code(), wait.precedence(now), now);
  }

  ExpectedWait expected(QueueDefinition queue) {
    return answered.of(queue.asteriskName());
  }

  Kept kept() {
    return kept;
  }

  /** Where what only the dialog knows is written down. */
  CallerSteps steps() {
    return steps;
  }

  Instant now() {
    return clock.instant();
  }

  /** How an agent is called in tickets. */
  String name(String extension) {
    String name = book.data().agentNames().get(extension);
    return name == null ? "坐席 " + extension : name;
  }

  void left(String callId, OneWait wait) {
    waiting.remove(callId, wait);
  }

  /** The device of who talked with her last, if it is to be rung first. */
  private Optional<String> lastAgent(CallerNeeds caller, Known known, Instant now) {
    return known
        .lastTalk()
        .flatMap(
            talk ->
                book.data()
                    .agent(talk.agent())
                    .filter(
                        agent ->
                            LastAgent.first(caller, agent, talk.at(), free(agent.device()), now)))
        .map(AgentProfile::device);
  }

  /** Whether her phone would ring for a queue now: signed in, not paused, no talk, no wrap-up. */
  private boolean free(String device) {
    QueuesNow now = live.get();
    Instant moment = clock.instant();
    Duration wrapUp =
        book.data().queues().stream()
            .map(queue -> queue.limits().wrapUp())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    AgentSnapshot seen = now.agent(device);
    return now.current()
        && seen.state(
                new Gone(moment),
                new AgentRules(wrapUp, AgentRules.DEFAULT.longestWrapUp().plus(wrapUp)),
                moment)
            instanceof Ready;
  }

  @Override
  public void onEvent(ManagerEvent event) {
    if (event instanceof DialEndEvent end
        && DialEndEvent.DIALSTATUS_ANSWER.equals(end.getDialStatus())) {
      waiter(end.getUniqueId()).ifPresent(OneWait::phoneAnswered);
    } else if (event instanceof NewConnectedLineEvent connected) {
      waiter(connected.getUniqueId())
          .ifPresent(wait -> wait.connectedTo(String.valueOf(connected.getConnectedLineNum())));
    }
  }

  private Optional<OneWait> waiter(@Nullable String channel) {
    return Optional.ofNullable(channel).map(waiting::get);
  }

  @Override
  public void happened(QueueHappening happening, Instant at) {
    if (happening instanceof QueueHappening.Answered talk) {
      waiter(talk.call()).ifPresent(wait -> wait.answeredBy(talk.device()));
    }
  }
}
