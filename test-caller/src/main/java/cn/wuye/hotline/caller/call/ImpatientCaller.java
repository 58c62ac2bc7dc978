package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * A caller who never hears the hotline out: she presses something, says something or nothing, and
 * hangs up wherever it comes to her, in mid-prompt or in mid-word.
 */
public final class ImpatientCaller {
  private static final String[] KEYS = {"1", "2", "0", "*", "9", "3#", "222"};
  private static final int LONGEST_WAIT_MILLIS = 4_000;

  private final Switchboard board;
  private final String from;
  private final short[] words;
  private final Random random;

  /**
   * @param words what she may say
   * @param seed decides all she does
   */
  public ImpatientCaller(Switchboard board, String from, short[] words, long seed) {
    this.board = board;
    this.from = from;
    this.words = words.clone();
    this.random = new Random(seed);
  }

  /**
   * Calls once.
   *
   * @return empty when the hotline answered, else what was wrong
   */
  public Optional<String> call() {
    try (DialledCall call = DialledCall.dial(board, Optional.of(from), OptionalDouble.empty())) {
      Line line = call.line();
      wait(line);
      switch (random.nextInt(4)) {
        case 0 -> call.press(KEYS[random.nextInt(KEYS.length)]);
        case 1, 2 -> line.say(words);
        default -> wait(line);
      }
      wait(line);
      return Optional.empty();
    } catch (NotFollowed e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void wait(Line line) {
    line.await(line::isOver, Duration.ofMillis(200 + random.nextInt(LONGEST_WAIT_MILLIS)));
  }
}
