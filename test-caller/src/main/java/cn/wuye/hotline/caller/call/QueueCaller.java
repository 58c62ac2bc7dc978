package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import cn.wuye.hotline.caller.sound.Pitch;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * A caller who wants a person: keys 0, waits, and talks with whom she gets, whom she knows by the
 * tone. What else she does is decided beforehand.
 */
public final class QueueCaller {
  private static final Duration GREETED = Duration.ofSeconds(8);
  private static final Duration BREATH = Duration.ofMillis(900);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration KEY_EVERY = Duration.ofMillis(1500);
  private static final Duration LONGEST = Duration.ofSeconds(110);
  private static final int LISTENED_SAMPLES = 2400;
  private static final double TONE = 0.7;

  private final Switchboard board;
  private final int[] tones;

  /**
   * What she does.
   *
   * @param from her number
   * @param patience how long she waits before she hangs up
   * @param keys what she presses while she waits; empty for nothing
   * @param keysFrom how long she waits before she does
   * @param again whether she presses on and on
   * @param talk how long she talks before she hangs up; longer than agents do: they end it
   */
  public record Plan(
      String from,
      Duration patience,
      String keys,
      Duration keysFrom,
      boolean again,
      Duration talk) {}

  /** What became of it, as she knows it. */
  public enum End {
    NOT_ANSWERED,
    HUNG_UP_WAITING,
    HUNG_UP_TALKING,
    CUT_OFF
  }

  /**
   * @param tones of the agents, in hertz
   */
  public QueueCaller(Switchboard board, int... tones) {
    this.board = board;
    this.tones = tones.clone();
  }

  /** Calls once. */
  public End call(Plan plan) {
    try (DialledCall call =
        DialledCall.dial(board, Optional.of(plan.from()), OptionalDouble.empty())) {
      return wait(call, plan);
    } catch (NotFollowed e) {
      return End.NOT_ANSWERED;
    }
  }

  private End wait(DialledCall call, Plan plan) throws NotFollowed {
    Line line = call.line();
    line.await(() -> line.heard().firstAudible(0) >= 0, GREETED);
    line.await(line::isOver, BREATH);
    call.press("0");
    long since = System.nanoTime();
    long keyed = 0;
    while (!line.isOver()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - since);
      if (hearsAnAgent(line)) {
        line.await(line::isOver, plan.talk());
        return line.isOver() ? End.CUT_OFF : End.HUNG_UP_TALKING;
      }
      if (waited.compareTo(plan.patience()) > 0 || waited.compareTo(LONGEST) > 0) {
        return End.HUNG_UP_WAITING;
      }
      boolean due =
          keyed == 0
              ? waited.compareTo(plan.keysFrom()) > 0
              : plan.again() && System.nanoTime() - keyed > KEY_EVERY.toNanos();
      if (!plan.keys().isEmpty() && due) {
        press(call, plan.keys());
        keyed = System.nanoTime();
      }
      line.await(line::isOver, LOOK);
    }
    return End.CUT_OFF;
  }

  /** A key on a line that has just ended is no failure. */
  private static void press(DialledCall call, String keys) throws NotFollowed {
    try {
      call.press(keys);
    } catch (NotFollowed e) {
      call.line().await(() -> call.line().isOver(), Duration.ofNanos(TimeUnit.SECONDS.toNanos(2)));
      if (!call.line().isOver()) {
        throw e;
      }
    }
  }

  private boolean hearsAnAgent(Line line) {
    int end = line.heard().length();
    short[] last = line.heard().slice(end - LISTENED_SAMPLES, end);
    for (int tone : tones) {
      if (Pitch.share(last, tone) > TONE) {
        return true;
      }
    }
    return false;
  }
}
