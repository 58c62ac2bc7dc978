package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.Track;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One call: placed, played by its script, ended. Used once, by one thread. */
public final class PlayedCall {
  private final Switchboard board;
  private final Script script;
  private final Instant startedAt = Instant.now();

  PlayedCall(Switchboard board, Script script) {
    this.board = board;
    this.script = script;
  }

  /** Plays the whole script; returns when the call has ended. */
  public CallRecord play() {
    try (DialledCall call = DialledCall.dial(board, script.from(), script.noise())) {
      return perform(call);
    } catch (NotFollowed e) {
      return unanswered(Optional.ofNullable(e.getMessage()));
    }
  }

  /** Plays the script on a call that stands. */
  CallRecord perform(OpenCall call) {
    Performance performance = new Performance(board, call, script);
    Optional<String> problem = Optional.empty();
    try {
      performance.perform();
    } catch (NotFollowed e) {
      problem = Optional.ofNullable(e.getMessage());
    } catch (IOException e) {
      problem = Optional.of("cannot speak: " + e.getMessage());
    }
    return record(call.sipCallId(), call.line().heard(), performance.acts(), problem);
  }

  /** The call that never came about, or was not to. */
  CallRecord unanswered(Optional<String> problem) {
    return record("", new Track(), List.of(), problem);
  }

  private CallRecord record(
      String sipCallId, Track heard, List<Act> acts, Optional<String> problem) {
    return new CallRecord(
        script, sipCallId, startedAt, heard, acts, board.phones().calls(), problem);
  }
}
