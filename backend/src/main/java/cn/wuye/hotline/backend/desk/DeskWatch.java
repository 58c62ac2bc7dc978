package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.desk.DeskScreens.News;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.channel.ChannelsListener;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.live.AgentsListener;
import cn.wuye.hotline.router.live.Placeholder;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what happens to agents' phones: puts the call on her screen at the first ring, however it
 * came (a queue, the hotline that tries her last agent first, a colleague who asks), and sees to it
 * that no caller is left waiting for somebody who is gone.
 */
final class DeskWatch implements ChannelsListener, AgentsListener {
  private static final Logger LOG = LoggerFactory.getLogger(DeskWatch.class);

  private final Seats seats;
  private final DeskCalls calls;
  private final CallDesk desk;
  private final DeskTelephone telephone;
  private final DeskScreens screens;
  private final DeskThread thread;
  private final Function<String, Optional<LiveChannel>> channels;
  private final Clock clock;

  /**
   * @param channels finds a channel by its id
   */
  DeskWatch(
      Seats seats,
      DeskCalls calls,
      CallDesk desk,
      DeskTelephone telephone,
      DeskScreens screens,
      DeskThread thread,
      Function<String, Optional<LiveChannel>> channels,
      Clock clock) {
    this.seats = seats;
    this.calls = calls;
    this.desk = desk;
    this.telephone = telephone;
    this.screens = screens;
    this.thread = thread;
    this.channels = channels;
    this.clock = clock;
  }

  @Override
  public void changed(LiveChannel channel) {
    if (extension(channel).isPresent() && channel.state() != LiveChannel.State.DOWN) {
      thread.execute(() -> follow(channel));
    }
  }

  @Override
  public void gone(LiveChannel channel, int cause) {
    if (extension(channel).isPresent()) {
      thread.execute(
          () -> extension(channel).flatMap(seats::at).ifPresent(seat -> left(seat, channel)));
    }
    if (channel.id().startsWith(CallDesk.ASKED)) {
      thread.execute(() -> calls.askedBy(channel.id()).ifPresent(this::askedHasLeft));
    }
  }

  @Override
  public void replaced(Collection<LiveChannel> all) {
    List<LiveChannel> phones =
        all.stream()
            .filter(channel -> extension(channel).isPresent())
            .filter(channel -> channel.state() != LiveChannel.State.DOWN)
            .toList();
    thread.execute(
        () -> {
          phones.forEach(this::follow);
          calls.going().stream()
              .filter(call -> call.stage() != Stage.PARKED || !callerThere(call))
              .filter(call -> phones.stream().noneMatch(channel -> talksIn(channel, call)))
              .forEach(this::ended);
        });
  }

  @Override
  public void changed(String device, AgentState before, AgentState after) {
    thread.execute(
        () -> {
          // Ready by whatever way: from a wrap-up, or with a phone that had vanished in it.
          boolean overlong =
              after instanceof AgentState.Ready || after instanceof AgentState.Paused;
          if (overlong && telephone.pause(device).filter(AgentRules.WRAP_UP::equals).isPresent()) {
            // The pause by which a wrap-up was made longer has done its work, or outlived it.
            telephone.resume(device);
          }
          seats.at(extension(device)).ifPresent(seat -> screens.tell(seat.user(), News.STATE));
        });
  }

  private void follow(LiveChannel channel) {
    Optional<Seat> seat = extension(channel).flatMap(seats::at);
    Optional<CallId> call = seat.isPresent() ? callOf(channel) : Optional.empty();
    if (seat.isPresent() && call.isPresent()) {
      follow(channel, seat.get(), call.get());
    }
  }

  private void follow(LiveChannel channel, Seat seat, CallId call) {
    Optional<DeskCall> known =
        calls.find(call, seat.user()).filter(found -> found.endedAt().isEmpty());
    boolean answered = channel.state() == LiveChannel.State.UP;
    if (known.isPresent() && !(answered && known.get().stage() == Stage.RINGING)) {
      return;
    }
    if (known.isEmpty()) {
      LOG.info("call {}: rings for {} at {}", call, seat.user(), seat.phone().extension());
      calls.rung(call, seat.user(), seat.phone().extension(), Utc.now(clock));
    }
    if (answered) {
      if (Placeholder.caller(channel.linkedId()).isPresent()) {
        calls.joined(call, seat.user(), Utc.now(clock));
      } else {
        calls.answered(call, seat.user(), Utc.now(clock));
      }
    }
    screens.tell(seat.user(), News.CALL);
  }

  /** The call for which a phone rings; empty when the phone itself calls somebody. */
  private Optional<CallId> callOf(LiveChannel channel) {
    String linked = channel.linkedId();
    Optional<String> emergency = Placeholder.caller(linked);
    if (emergency.isPresent()) {
      return emergency.filter(CallId::isValid).map(CallId::new);
    }
    if (linked.isEmpty() || linked.equals(channel.id()) || !CallId.isValid(linked)) {
      return Optional.empty();
    }
    return linked.startsWith(CallDesk.ASKED)
        ? calls.askedBy(linked).map(DeskCall::call)
        : channels
            .apply(linked)
            // A colleague who dials the extension is no caller.
            .filter(caller -> extension(caller).isEmpty())
            .map(caller -> new CallId(caller.id()));
  }

  private void left(Seat seat, LiveChannel channel) {
    calls
        .current(seat.user())
        .filter(call -> call.stage() != Stage.PARKED)
        .filter(call -> telephone.leg(call.device(), call.call().value()).isEmpty())
        .filter(call -> isCallOf(channel, call))
        .ifPresent(this::ended);
  }

  /** Another channel of hers, of a call that went by, ends nothing; nor does one that only rang. */
  private boolean isCallOf(LiveChannel channel, DeskCall call) {
    return call.stage() != Stage.RINGING || isOf(channel, call);
  }

  private void ended(DeskCall call) {
    boolean callerThere = callerThere(call);
    if (callerThere && call.recordingPaused() && call.stage() != Stage.HANDED_ON) {
      recordAgain(call);
    }
    boolean waits = call.stage() == Stage.HELD || call.stage() == Stage.CONSULTING;
    if (callerThere && waits && telephone.up(call.otherChannel())) {
      desk.leftWhileAsking(call);
    } else if (callerThere && waits) {
      if (!call.otherChannel().isEmpty()) {
        desk.hangUpQuietly(call.otherChannel());
      }
      desk.sendBack(call);
    } else {
      calls.ended(call.call(), call.user(), lastStage(call), Utc.now(clock));
      screens.tell(call.user(), News.CALL);
    }
  }

  /** What she wished for while she talked holds for nobody else who goes on with the caller. */
  private void recordAgain(DeskCall call) {
    try {
      telephone.pauseRecording(call.call().value(), false);
    } catch (TelephoneAway e) {
      LOG.warn(
          "call {}: its recording may be silent from here on: {}", call.call(), e.getMessage());
    }
  }

  private boolean callerThere(DeskCall call) {
    return telephone.up(call.call().value());
  }

  private static Stage lastStage(DeskCall call) {
    return switch (call.stage()) {
      case RINGING, MISSED -> Stage.MISSED;
      case HANDED_ON -> Stage.HANDED_ON;
      case TALKING, JOINED, HELD, CONSULTING, ROOM, PARKED, OVER -> Stage.OVER;
    };
  }

  private void askedHasLeft(DeskCall call) {
    desk.alone(call);
    screens.tell(call.user(), News.CALL);
  }

  /** Her phone may have gone on with another call while nobody looked. */
  private boolean talksIn(LiveChannel channel, DeskCall call) {
    return channel.name().startsWith(call.device() + "-")
        && ((callerThere(call) && call.stage() != Stage.JOINED) || isOf(channel, call));
  }

  private boolean isOf(LiveChannel channel, DeskCall call) {
    return callOf(channel).map(call.call()::equals).orElse(true);
  }

  private static String extension(String device) {
    return device.substring(device.indexOf('/') + 1);
  }

  private static Optional<String> extension(LiveChannel channel) {
    return LiveChannel.phoneOf(channel.name()).map(DeskWatch::extension);
  }
}
