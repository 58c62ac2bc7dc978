package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import cn.wuye.hotline.caller.sound.Pitch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A resident who keys 0 and waits until somebody talks with her, whom she knows by the tone; then
 * she sounds a tone of her own, until somebody hangs up.
 */
public final class ToneCaller implements Runnable {
  private static final Duration GREETED = Duration.ofSeconds(8);
  private static final Duration BREATH = Duration.ofMillis(900);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final int LISTENED_SAMPLES = 1600;
  private static final int TONE_SECONDS = 60;
  private static final double TONE = 0.7;

  private final Switchboard board;
  private final String from;
  private final int hertz;
  private final int[] agents;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile String sipCallId = "";
  private volatile String problem = "";
  private volatile boolean wantsToGo;

  /**
   * An agent's tone began to be heard.
   *
   * @param at {@link System#nanoTime}
   */
  public record Heard(int hertz, long at) {}

  /**
   * @param hertz of her tone
   * @param agents the tones of all agents
   */
  public ToneCaller(Switchboard board, String from, int hertz, int... agents) {
    this.board = board;
    this.from = from;
    this.hertz = hertz;
    this.agents = agents.clone();
  }

  public String from() {
    return from;
  }

  public int hertz() {
    return hertz;
  }

  public String sipCallId() {
    return sipCallId;
  }

  /** Whose tones she has heard, each when it was another than before. */
  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** Why the call was none; empty when it was. */
  public String problem() {
    return problem;
  }

  /** Hangs up soon. */
  public void hangUp() {
    wantsToGo = true;
  }

  @Override
  public void run() {
    try (DialledCall call = DialledCall.dial(board, Optional.of(from), OptionalDouble.empty())) {
      sipCallId = call.sipCallId();
      Line line = call.line();
      line.await(() -> line.heard().firstAudible(0) >= 0, GREETED);
      line.await(line::isOver, BREATH);
      call.press("0");
      listen(line);
    } catch (NotFollowed e) {
      problem = String.valueOf(e.getMessage());
    }
  }

  private void listen(Line line) {
    long begin = System.nanoTime();
    while (!line.isOver() && !wantsToGo && System.nanoTime() - begin < LONGEST.toNanos()) {
      int end = line.heard().length();
      short[] last = line.heard().slice(end - LISTENED_SAMPLES, end);
      for (int agent : agents) {
        if (Pitch.share(last, agent) > TONE
            && (heard.isEmpty() || heard.get(heard.size() - 1).hertz() != agent)) {
          if (heard.isEmpty()) {
            line.say(Tone.of(hertz, TONE_SECONDS));
          }
          heard.add(new Heard(agent, System.nanoTime()));
        }
      }
      line.await(line::isOver, LOOK);
    }
  }
}
