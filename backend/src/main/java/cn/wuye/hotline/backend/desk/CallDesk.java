package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.desk.DeskScreens.News;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.router.control.CallControl;
import cn.wuye.hotline.router.control.CallControl.Move;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What an agent does with her call, from outside of her phone: the same for a telephone and for a
 * browser. As soon as more is wanted than two who talk, all meet in a room of the call, and whoever
 * is to wait is sent out of it.
 */
@Component
public class CallDesk {
  private static final Logger LOG = LoggerFactory.getLogger(CallDesk.class);
  private static final Duration RING = Duration.ofSeconds(30);

  /** How the ids of channels begin that are rung for a desk. */
  static final String ASKED = "desk-";

  private final DeskCalls calls;
  private final DeskTelephone telephone;
  private final Targets targets;
  private final DeskScreens screens;
  private final Audit audit;
  private final DeskThread thread;
  private final DeskLog log;
  private final Clock clock;

  /** The callers whose agents' pages are being rung to take them back. */
  private final Set<String> returning = ConcurrentHashMap.newKeySet();

  CallDesk(
      DeskCalls calls,
      DeskTelephone telephone,
      Targets targets,
      DeskScreens screens,
      Audit audit,
      DeskThread thread,
      DeskLog log,
      Clock clock) {
    this.calls = calls;
    this.telephone = telephone;
    this.targets = targets;
    this.screens = screens;
    this.audit = audit;
    this.thread = thread;
    this.log = log;
    this.clock = clock;
  }

  /** Her call, and her own channel in it. */
  private record Line(DeskCall call, String leg) {
    String caller() {
      return call.call().value();
    }
  }

  /** Ends her part: the caller hears that it is over, unless somebody else talks with her. */
  public DeskOutcome hangUp(SignedInUser me) {
    return inHerCall(
        me,
        line -> {
          telephone.hangUp(line.leg());
          return DeskOutcome.DONE;
        });
  }

  public DeskOutcome mute(SignedInUser me, boolean on) {
    return inHerCall(
        me,
        line -> {
          telephone.mute(line.leg(), on);
          calls.muted(line.call(), on);
          return DeskOutcome.DONE;
        });
  }

  /** Sends keys to whom she talks with. */
  public DeskOutcome press(SignedInUser me, String keys) {
    if (!keys.matches("[0-9*#]{1," + CallControl.MOST_KEYS + "}")) {
      return DeskOutcome.NOT_NOW;
    }
    return inHerCall(
        me,
        line -> {
          boolean withOther = line.call().stage() == Stage.CONSULTING;
          telephone.press(withOther ? line.call().otherChannel() : line.caller(), keys);
          return DeskOutcome.DONE;
        });
  }

  /** Leaves silence in all recordings of the call while personal data is spoken, or ends that. */
  public DeskOutcome pauseRecording(SignedInUser me, boolean paused) {
    return inHerCall(
        me,
        line -> {
          telephone.pauseRecording(line.caller(), paused);
          telephone.pauseRecording(line.leg(), paused);
          calls.recordingPaused(line.call(), paused);
          audit.record(
              Audit.user(me.getUsername()),
              paused ? DeskActions.RECORDING_PAUSED : DeskActions.RECORDING_RESUMED,
              "call:" + line.caller(),
              Map.of());
          return DeskOutcome.DONE;
        });
  }

  /** The caller waits, and nobody hears her. */
  public DeskOutcome hold(SignedInUser me) {
    return inHerCall(
        me,
        line -> {
          if (line.call().bound().isPresent()) {
            return line.call().bound().get();
          }
          return hold(line) ? DeskOutcome.DONE : DeskOutcome.NOT_NOW;
        });
  }

  private boolean hold(Line line) {
    DeskCall call = line.call();
    if (call.stage() == Stage.HELD) {
      return true;
    }
    if (call.stage() == Stage.TALKING) {
      if (!calls.moved(call, Stage.HELD, "", "")) {
        return false;
      }
      acted(
          call,
          () ->
              telephone.sendBoth(
                  new Move(line.caller(), DeskPlaces.hold(line.caller())),
                  new Move(line.leg(), DeskPlaces.person(line.caller()))));
      return true;
    }
    if (call.stage() == Stage.ROOM
        && calls.moved(call, Stage.HELD, call.other(), call.otherChannel())) {
      acted(call, () -> telephone.send(line.caller(), DeskPlaces.hold(line.caller())));
      return true;
    }
    return false;
  }

  /** What Asterisk did not do has not happened: the call stands again where it stood. */
  private void acted(DeskCall before, Runnable act) {
    try {
      act.run();
    } catch (TelephoneAway e) {
      calls
          .find(before.call(), before.user())
          .ifPresent(
              now -> calls.moved(now, before.stage(), before.other(), before.otherChannel()));
      throw e;
    }
  }

  /** The caller waits no longer. Somebody whom she asks meanwhile joins, if he has answered. */
  public DeskOutcome takeBack(SignedInUser me) {
    return inHerCall(
        me,
        line -> {
          DeskCall call = line.call();
          boolean consulting = call.stage() == Stage.CONSULTING;
          if (!(consulting || call.stage() == Stage.HELD)
              || (consulting && !telephone.up(call.otherChannel()))) {
            return DeskOutcome.NOT_NOW;
          }
          return toRoom(line, call.other(), call.otherChannel());
        });
  }

  private DeskOutcome toRoom(Line line, String other, String otherChannel) {
    if (!calls.moved(line.call(), Stage.ROOM, other, otherChannel)) {
      return DeskOutcome.NOT_NOW;
    }
    acted(line.call(), () -> telephone.send(line.caller(), DeskPlaces.caller(line.caller())));
    if (!line.call().recordingPaused()) {
      telephone.pauseRecording(line.leg(), false);
    }
    return DeskOutcome.DONE;
  }

  /** Hands the caller on without asking; she comes back to the agents when nobody answers there. */
  public DeskOutcome handOn(SignedInUser me, String estate, String targetId) {
    return inHerCall(
        me,
        line ->
            targets
                .find(me.id(), estate, targetId)
                .map(target -> handOn(me, line, target))
                .orElse(DeskOutcome.NO_TARGET));
  }

  private DeskOutcome handOn(SignedInUser me, Line line, Target target) {
    DeskCall call = line.call();
    if (call.bound().isPresent()) {
      return call.bound().get();
    }
    if (!call.otherChannel().isEmpty() || !calls.moved(call, Stage.HANDED_ON, target.name(), "")) {
      return DeskOutcome.NOT_NOW;
    }
    acted(call, () -> telephone.send(line.caller(), DeskPlaces.transfer(target.number())));
    written(me, line, target.kind().code() + " " + target.name());
    if (call.stage() != Stage.TALKING) {
      telephone.hangUp(line.leg());
    }
    return DeskOutcome.DONE;
  }

  /** Rings somebody while the caller waits. */
  public DeskOutcome consult(SignedInUser me, String estate, String targetId) {
    return inHerCall(
        me,
        line ->
            targets
                .find(me.id(), estate, targetId)
                .map(target -> consult(me, line, target))
                .orElse(DeskOutcome.NO_TARGET));
  }

  private DeskOutcome consult(SignedInUser me, Line line, Target target) {
    DeskCall call = line.call();
    if (call.bound().isPresent()) {
      return call.bound().get();
    }
    if (!call.otherChannel().isEmpty() || call.stage() == Stage.CONSULTING || !hold(line)) {
      return DeskOutcome.NOT_NOW;
    }
    String channel = ASKED + UUID.randomUUID();
    DeskCall held = calls.find(call.call(), call.user()).orElse(call);
    if (!calls.moved(held, Stage.CONSULTING, target.name(), channel)) {
      return DeskOutcome.NOT_NOW;
    }
    // What she says to him is not the caller's recording.
    telephone.pauseRecording(line.leg(), true);
    Ring ring = telephone.ring(channel, target.number(), DeskPlaces.person(line.caller()), RING);
    ring.outcome().thenAcceptAsync(outcome -> rung(me, channel, outcome), thread);
    return DeskOutcome.DONE;
  }

  private void rung(SignedInUser me, String channel, RingOutcome outcome) {
    LOG.info("{}: whom an agent has asked: {}", channel, outcome);
    if (outcome != RingOutcome.ANSWERED) {
      calls.askedBy(channel).ifPresent(this::alone);
    }
    screens.tell(me.id(), News.CALL);
  }

  /** Whom she has asked is not there (any more): the caller is with her again. */
  void alone(DeskCall call) {
    if (call.stage() == Stage.CONSULTING) {
      telephone
          .leg(call.device(), call.call().value())
          .ifPresent(leg -> toRoom(new Line(call, leg), "", ""));
    } else {
      calls.moved(call, call.stage(), "", "");
    }
  }

  /** Lets the caller and whom she has asked go on without her. */
  public DeskOutcome complete(SignedInUser me) {
    return inHerCall(
        me,
        line -> {
          DeskCall call = line.call();
          if (call.otherChannel().isEmpty()
              || !telephone.up(call.otherChannel())
              || !calls.moved(call, Stage.HANDED_ON, call.other(), call.otherChannel())) {
            return DeskOutcome.NOT_NOW;
          }
          if (call.stage() != Stage.ROOM) {
            acted(call, () -> telephone.send(line.caller(), DeskPlaces.caller(line.caller())));
          }
          written(me, line, call.other());
          telephone.hangUp(line.leg());
          return DeskOutcome.DONE;
        });
  }

  /** Sends whom she has asked away, and talks with the caller again. */
  public DeskOutcome giveUp(SignedInUser me) {
    return inHerCall(
        me,
        line -> {
          DeskCall call = line.call();
          if (call.otherChannel().isEmpty()) {
            return DeskOutcome.NOT_NOW;
          }
          DeskOutcome outcome =
              call.stage() == Stage.ROOM
                  ? moved(calls.moved(call, Stage.ROOM, "", ""))
                  : toRoom(line, "", "");
          telephone.hangUp(call.otherChannel());
          return outcome;
        });
  }

  private static DeskOutcome moved(boolean done) {
    return done ? DeskOutcome.DONE : DeskOutcome.NOT_NOW;
  }

  private void written(SignedInUser me, Line line, String to) {
    audit.record(
        Audit.user(me.getUsername()),
        DeskActions.HANDED_ON,
        "call:" + line.caller(),
        Map.of("to", to));
    log.handedOn(line.call(), Utc.now(clock));
  }

  /**
   * Her page has gone while she talked by it: the caller waits for it to come back.
   *
   * @return the call that waits now
   */
  Optional<DeskCall> park(long user) {
    // Who is called back cannot wait: she hears that it is over rather than nothing.
    // In an emergency the machine goes on with the caller once the agent's leg is gone.
    calls
        .current(user)
        .filter(call -> call.bound().isPresent() && call.stage().answered())
        .flatMap(call -> telephone.leg(call.device(), call.call().value()))
        .ifPresent(this::hangUpQuietly);
    Optional<DeskCall> current =
        calls
            .current(user)
            .filter(call -> call.stage() == Stage.TALKING || call.stage() == Stage.ROOM)
            .filter(call -> call.bound().isEmpty())
            .filter(call -> calls.moved(call, Stage.PARKED, "", ""));
    current.ifPresent(
        call -> {
          LOG.info("call {}: the agent's page is gone, the caller waits for it", call.call());
          String caller = call.call().value();
          Optional<String> leg = telephone.leg(call.device(), caller);
          telephone.send(caller, DeskPlaces.hold(caller));
          // After a talk as the queue had made it, Asterisk has hung it up already.
          leg.filter(telephone::up).ifPresent(this::hangUpQuietly);
          // Whoever else was in the room goes, too: she would talk with nobody she knows.
          if (telephone.up(call.otherChannel())) {
            hangUpQuietly(call.otherChannel());
          }
        });
    return current;
  }

  /** Her page is there again and its phone registered: it is rung, and answers by itself. */
  public DeskOutcome back(SignedInUser me) {
    Optional<DeskCall> parked = calls.current(me.id()).filter(call -> call.stage() == Stage.PARKED);
    if (parked.isEmpty()) {
      return DeskOutcome.NO_CALL;
    }
    DeskCall call = parked.get();
    String caller = call.call().value();
    if (!returning.add(caller)) {
      return DeskOutcome.DONE;
    }
    try {
      Ring ring =
          telephone.ringDevice(
              ASKED + UUID.randomUUID(), call.device(), DeskPlaces.person(caller), RING);
      ring.outcome()
          .thenAcceptAsync(
              outcome -> {
                returning.remove(caller);
                if (outcome == RingOutcome.ANSWERED && calls.moved(call, Stage.ROOM, "", "")) {
                  telephone.send(caller, DeskPlaces.caller(caller));
                }
                screens.tell(me.id(), News.CALL);
              },
              thread);
      return DeskOutcome.DONE;
    } catch (TelephoneAway e) {
      returning.remove(caller);
      LOG.warn("call {}: the page cannot have it back: {}", caller, e.getMessage());
      return DeskOutcome.AWAY;
    }
  }

  /** Nobody is with a caller any more who was made to wait: the agents again. */
  void sendBack(DeskCall call) {
    LOG.info("call {}: its agent is gone, the caller goes back to the agents", call.call());
    calls.ended(call.call(), call.user(), Stage.OVER, Utc.now(clock));
    telephone.send(call.call().value(), DeskPlaces.back());
    screens.tell(call.user(), News.CALL);
  }

  /**
   * Her own phone was hung up while the caller waited and somebody else is there: that hands her
   * on.
   */
  void leftWhileAsking(DeskCall call) {
    calls.ended(call.call(), call.user(), Stage.HANDED_ON, Utc.now(clock));
    log.handedOn(call, Utc.now(clock));
    String caller = call.call().value();
    telephone.send(caller, DeskPlaces.caller(caller));
    screens.tell(call.user(), News.CALL);
  }

  void hangUpQuietly(String channel) {
    try {
      telephone.hangUp(channel);
    } catch (TelephoneAway gone) {
      LOG.debug("{}: {}", channel, gone.getMessage());
    }
  }

  private DeskOutcome inHerCall(SignedInUser me, Function<Line, DeskOutcome> wish) {
    try {
      DeskOutcome outcome =
          calls
              .current(me.id())
              .filter(call -> call.stage().answered())
              .flatMap(
                  call ->
                      telephone
                          .leg(call.device(), call.call().value())
                          .map(leg -> new Line(call, leg)))
              .map(wish)
              .orElse(DeskOutcome.NO_CALL);
      screens.tell(me.id(), News.CALL);
      return outcome;
    } catch (TelephoneAway e) {
      LOG.warn("a wish of {} was not done: {}", me.getUsername(), e.getMessage());
      return DeskOutcome.AWAY;
    }
  }
}
