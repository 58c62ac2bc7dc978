package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.queue.OtherNodes.Elsewhere;
import cn.wuye.hotline.backend.queue.callback.Place;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.music.WaitingMusic;
import cn.wuye.hotline.ivr.port.QueueAct;
import cn.wuye.hotline.ivr.port.QueueMove;
import cn.wuye.hotline.ivr.port.QueueMove.Why;
import cn.wuye.hotline.ivr.port.QueueStanding;
import cn.wuye.hotline.ivr.port.QueueWait;
import cn.wuye.hotline.router.ami.SentCallers;
import cn.wuye.hotline.router.queue.CallerNeeds;
import cn.wuye.hotline.router.queue.LastAgent;
import cn.wuye.hotline.router.queue.Precedence;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueEntry;
import cn.wuye.hotline.router.queue.Reach;
import cn.wuye.hotline.router.queue.WaitStep;
import cn.wuye.hotline.router.queue.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One caller's waiting. Its call's thread acts; others see its queue and its place, and note what a
 * supervisor wants.
 */
final class OneWait implements QueueWait {
  /** An agent who is rung alone rings for no longer: who is still on the line then talks. */
  private static final Duration RING_OVER = LastAgent.RING.plusSeconds(2);

  /** Of an agent elsewhere who is free: her phone rings within this, or another caller has her. */
  private static final Duration FREE_ELSEWHERE = Duration.ofSeconds(20);

  /** A slice at another node lasts no longer: who is still on the line then talks. */
  private static final Duration SLICE_OVER = Duration.ofSeconds(5);

  /** Who answers at another node, as long as that node has not told. */
  private static final String SOMEBODY = "?";

  private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,10}");

  private final WaitingRoom room;
  private final Caller who;
  private final Instant began;
  private volatile QueueDefinition queue;
  private volatile Optional<String> lastAgent;
  private boolean backInVain;

  /** Her precedence as a supervisor has set it; 0 for none. */
  private volatile int front;

  /** The queue where a supervisor wants her; empty for the best one. */
  private volatile String moved = "";

  private volatile boolean moving;
  private Instant rungAt;
  private Instant lastChoice;
  private int choices;
  private boolean again;
  private boolean nobody;
  private boolean key;
  private boolean callBackTaken;
  private boolean callBackPromised;
  private volatile String answeredBy = "";
  private final Set<String> inVain = new HashSet<>();

  /** The node where she is now, while she is sent to another one. */
  private volatile String sentTo = "";

  private volatile String connected = SOMEBODY;
  private Instant sentUntil;

  private @Nullable QueueMove last;
  private boolean over;

  /**
   * Who waits.
   *
   * @param estate null when it is not known
   * @param since when she began to wait: in an earlier call, where a call-back kept her place
   * @param callBackPossible whether she can be called back
   */
  record Caller(
      Call call,
      CallerNeeds needs,
      @Nullable EstateId estate,
      Instant since,
      boolean callBackPossible) {}

  /**
   * @param lastAgent whose device is rung before the queue; empty for nobody's
   */
  OneWait(
      WaitingRoom room,
      Caller who,
      QueueDefinition queue,
      Optional<String> lastAgent,
      Instant now) {
    this.room = room;
    this.who = who;
    this.queue = queue;
    this.lastAgent = lastAgent;
    this.began = now;
    this.rungAt = now;
    this.sentUntil = now;
    this.lastChoice = now;
  }

  QueueDefinition queue() {
    return queue;
  }

  void toFront(int precedence) {
    front = precedence;
  }

  /** Obeyed at the next move. */
  void toQueue(String code) {
    moved = code;
    moving = true;
  }

  int precedence(Instant now) {
    int set = front;
    return set > 0 ? set : Precedence.of(who.needs(), Duration.between(who.since(), now));
  }

  boolean comesBefore(OneWait other, Instant now) {
    int difference = precedence(now) - other.precedence(now);
    return difference > 0 || (difference == 0 && who.since().isBefore(other.who.since()));
  }

  void answeredBy(String device) {
    answeredBy = device.substring(device.indexOf('/') + 1);
  }

  /** A phone that was rung for her was answered without a queue of this node. */
  void phoneAnswered() {
    lastAgent.ifPresent(this::answeredBy);
    if (!sentTo.isEmpty()) {
      answeredBy = connected;
    }
  }

  /**
   * Another node tells with whom it connects her: it may do so before she is answered, or after.
   */
  void connectedTo(String number) {
    if (!sentTo.isEmpty() && EXTENSION.matcher(number).matches()) {
      connected = number;
      if (answeredBy.equals(SOMEBODY)) {
        answeredBy = number;
      }
    }
  }

  @Override
  public QueueMove next() {
    QueueMove move = choose();
    last = move;
    if (!(move instanceof QueueMove.Do what && what.act() instanceof QueueAct.Stay)) {
      // Of a stay Asterisk tells.
      room.steps().waits(id(), queue.code());
    }
    return move;
  }

  private QueueMove choose() {
    if (lastAgent.isPresent()) {
      rungAt = room.now();
      return new QueueMove.Do(new QueueAct.Ring(lastAgent.get(), LastAgent.RING));
    }
    if (moving) {
      moving = false;
      // The key was pressed for her, to end her stay; whom the other queue has is to be seen.
      key = false;
      nobody = false;
      inVain.clear();
      front = 0;
    }
    room.find(moved)
        .or(() -> room.choose(who.needs(), other -> elsewhere(other).isPresent()))
        .ifPresent(this::changeTo);
    Instant now = room.now();
    boolean open = room.open(queue);
    boolean here = open && !nobody && room.staffed(queue);
    Optional<Elsewhere> elsewhere = open ? elsewhere(here) : Optional.empty();
    boolean staffed = here || elsewhere.isPresent();
    boolean storm = room.storm(queue);
    WaitStep step =
        new Waiting(
                since(),
                Duration.between(lastChoice, now),
                choices,
                staffed,
                storm,
                who.callBackPossible() && !callBackTaken)
            .next(queue.limits());
    if (key && step instanceof WaitStep.Stay) {
      step = new WaitStep.Choice(who.callBackPossible() && !callBackTaken, staffed);
    }
    if (step instanceof WaitStep.Stay stay) {
      return new QueueMove.Do(
          elsewhere.isPresent()
              ? sent(elsewhere.get(), stay.longest(), here)
              : stay(stay.longest()));
    }
    if (step instanceof WaitStep.Choice choice) {
      return choice(choice, open, storm);
    }
    return new QueueMove.Enough();
  }

  /** Where nobody works here, to those who work elsewhere; where all are busy, to who is free. */
  private Optional<Elsewhere> elsewhere(boolean here) {
    if (!here) {
      return elsewhere(queue);
    }
    // After a try in vain her place here counts more for a slice.
    return backInVain ? Optional.empty() : room.freeElsewhere(id(), queue, inVain);
  }

  private static Duration shorter(Duration longest) {
    return longest.compareTo(FREE_ELSEWHERE) < 0 ? longest : FREE_ELSEWHERE;
  }

  private Optional<Elsewhere> elsewhere(QueueDefinition of) {
    return room.elsewhere(id(), of, inVain);
  }

  /** A queue that has become better for her: one that is staffed again, or open. */
  private void changeTo(QueueDefinition better) {
    if (better.code().equals(queue.code())) {
      queue = better;
      return;
    }
    if (last != null) {
      room.steps().left(id(), queue.code(), EventKind.MOVED, better.code());
    }
    again = false;
    queue = better;
  }

  private QueueEntry entry(Duration longest) {
    Duration waited = Duration.between(who.since(), room.now());
    QueueEntry entry = QueueEntry.of(queue, who.needs(), waited, longest, again);
    again = true;
    return front > 0 ? entry.withPrecedence(front) : entry;
  }

  /**
   * @param here whether somebody works here, too: then somebody is free there, maybe of another
   *     estate, and is rung at once
   */
  private QueueAct sent(Elsewhere to, Duration most, boolean here) {
    Duration longest = here ? shorter(most) : most;
    sentTo = to.node();
    sentUntil = room.now().plus(longest);
    connected = SOMEBODY;
    // Only that node widens its ring for her: who comes there again begins with everybody.
    Reach reach = again || here ? Reach.EVERYBODY : Reach.ESTATE;
    return new QueueAct.Sent(
        entry(longest).withReach(reach).variables(),
        SentCallers.target(queue.asteriskName(), id(), to.sip()),
        longest,
        room.music() ? Optional.of(WaitingMusic.classOf(id())) : Optional.empty());
  }

  private QueueAct stay(Duration longest) {
    QueueEntry entry = entry(longest);
    return new QueueAct.Stay(
        entry.variables(),
        entry.arguments(),
        longest,
        room.music()
            ? Optional.of(new QueueAct.Music(WaitingMusic.classOf(id()), entry.musicArguments()))
            : Optional.empty());
  }

  private QueueMove choice(WaitStep.Choice choice, boolean open, boolean storm) {
    Why why = Why.TIME;
    if (!open) {
      why = Why.CLOSED;
    } else if (!choice.waiting()) {
      why = Why.NOBODY;
    } else if (storm && choices == 0) {
      why = Why.STORM;
    }
    return new QueueMove.Choice(
        choice.waiting(),
        choice.callBack(),
        why,
        storm ? room.announcement(queue) : Optional.empty());
  }

  @Override
  public void waited(Waited how) {
    lastAgent = Optional.empty();
    boolean nobodyThere = how.how() == Waited.How.NOBODY;
    nobody = nobodyThere && sentTo.isEmpty();
    if (nobodyThere && !sentTo.isEmpty()) {
      inVain.add(sentTo);
    }
    backInVain = !sentTo.isEmpty();
    sentTo = "";
    key = how.how() == Waited.How.KEY;
  }

  @Override
  public void asked() {
    choices++;
    key = false;
    lastChoice = room.now();
  }

  @Override
  public Duration since() {
    return Duration.between(began, room.now());
  }

  @Override
  public QueueStanding standing(int minutesSaid) {
    Instant now = room.now();
    int people = room.before(this, now);
    int callBacks = room.callBacksBefore(this, now);
    Optional<Integer> minutes = room.expected(queue).said(people, callBacks, minutesSaid);
    return new QueueStanding(
        people + callBacks, minutes.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  @Override
  public String talked(String agent) {
    over = true;
    if (last instanceof QueueMove.Do what && what.act() instanceof QueueAct.Ring) {
      // Of a talk that the queue led to Asterisk tells.
      room.steps().talked(id(), queue.code(), agent, rungAt, room.now());
    } else if (!sentTo.isEmpty()) {
      room.steps().elsewhere(id());
    }
    return remembered(agent.isEmpty() ? SOMEBODY : agent);
  }

  private String remembered(String agent) {
    answeredBy = agent;
    if (agent.equals(SOMEBODY)) {
      return "";
    }
    who.call().caller().ifPresent(number -> room.kept().talked(number, agent));
    return room.name(agent);
  }

  @Override
  public boolean callBack() {
    Optional<Place> place = place();
    callBackTaken = true;
    callBackPromised = place.isPresent() && room.kept().callBack(place.get());
    if (callBackPromised) {
      left(EventKind.CALL_BACK_ASKED);
    }
    return callBackPromised;
  }

  @Override
  public Optional<String> gone() {
    Optional<String> agent = answered();
    if (agent.isEmpty() && !callBackPromised) {
      place().ifPresent(left -> room.kept().gaveUp(left, room.manner(queue).phonesBack()));
    }
    return agent;
  }

  @Override
  public Optional<String> answered() {
    // That she hung up, Asterisk tells.
    over = true;
    // Should Asterisk not have told it.
    lastAgent
        .filter(device -> rungAt.plus(RING_OVER).isBefore(room.now()))
        .ifPresent(this::answeredBy);
    if (answeredBy.isEmpty()
        && !sentTo.isEmpty()
        && sentUntil.plus(SLICE_OVER).isBefore(room.now())) {
      answeredBy = connected;
    }
    return answeredBy.isEmpty() ? Optional.empty() : Optional.of(remembered(answeredBy));
  }

  private Optional<Place> place() {
    Optional<PhoneNumber> number = who.call().caller();
    return number.map(
        phone ->
            new Place(
                phone,
                queue.code(),
                id(),
                who.estate(),
                who.needs().emergency(),
                who.needs().older(),
                who.since()));
  }

  @Override
  public void close() {
    if (!over) {
      left(why());
    }
    room.left(id(), this);
  }

  /** Why she waits no longer, by what she was offered last. */
  private EventKind why() {
    if (last instanceof QueueMove.Enough) {
      return EventKind.TIMED_OUT;
    }
    if (last instanceof QueueMove.Choice choice) {
      return choice.waiting() ? EventKind.LEFT_BY_KEY : EventKind.EMPTY;
    }
    // Asterisk cannot do it: the phones of the directory are rung.
    return EventKind.MOVED;
  }

  private void left(EventKind why) {
    over = true;
    room.steps().left(id(), queue.code(), why, "");
  }

  private String id() {
    return who.call().id().value();
  }
}
