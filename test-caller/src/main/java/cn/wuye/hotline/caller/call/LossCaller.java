package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import cn.wuye.hotline.caller.line.Spoken;
import cn.wuye.hotline.caller.sound.PromptBook.Found;
import cn.wuye.hotline.caller.sound.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * A caller who only wants her complaint taken, whoever answers: the application, or Asterisk alone.
 * She reacts to what she hears and keeps her own log; she asks no server anything.
 */
public final class LossCaller {
  private static final short[] NO_SOUND = {};
  private static final int PAUSE_HOPS = 70;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration KEY_ARRIVES = Duration.ofMillis(400);
  private static final int BEEP_MILLIS = 900;

  private final Switchboard board;
  private final String from;
  private final short[] complaint;
  private final boolean keys;
  private final short[] yes;
  private final List<String> prompts = new ArrayList<>();
  private boolean spoken;
  private boolean keyed;

  /**
   * What she knows afterwards.
   *
   * @param from her number, hers alone
   * @param complained whether she spoke her sentence, or keyed her category, to its end
   * @param heard the prompts she heard
   * @param end how the call ended
   */
  public record Log(String from, boolean complained, List<String> heard, String end) {}

  /**
   * @param keys whether she keys her complaint instead of speaking it
   */
  public LossCaller(Switchboard board, String from, short[] complaint, boolean keys) {
    this(board, from, complaint, keys, NO_SOUND);
  }

  private LossCaller(Switchboard board, String from, short[] complaint, boolean keys, short[] yes) {
    this.board = board;
    this.from = from;
    this.complaint = complaint.clone();
    this.keys = keys;
    this.yes = yes.clone();
  }

  /**
   * One who keys her complaint and all else.
   *
   * @param yes how she says yes to what is read back to her; empty when she keys that, too
   */
  public static LossCaller keying(Switchboard board, String from, short[] yes) {
    return new LossCaller(board, from, NO_SOUND, true, yes);
  }

  /** Calls once. */
  public Log call() {
    String end;
    try (DialledCall call = DialledCall.dial(board, Optional.of(from), OptionalDouble.empty())) {
      end = talk(call);
    } catch (NotFollowed e) {
      end = String.valueOf(e.getMessage());
    }
    return new Log(from, spoken || keyed, List.copyOf(prompts), end);
  }

  private String talk(DialledCall call) throws NotFollowed {
    Line line = call.line();
    long deadline = System.nanoTime() + LONGEST.toNanos();
    int from = 0;
    while (!line.isOver() && System.nanoTime() < deadline) {
      int began = from;
      boolean audible =
          line.await(() -> line.heard().firstAudible(began) >= 0, PATIENCE) && !line.isOver();
      if (!audible) {
        break;
      }
      line.await(() -> line.heard().quietHops() >= PAUSE_HOPS, Duration.ofMinutes(1));
      Track heard = line.heard();
      int now = heard.hops().count();
      List<Found> found = board.prompts().identify(heard, from, now);
      from = now;
      found.forEach(each -> prompts.add(each.piece().key()));
      if (found.isEmpty()) {
        prompts.add("?");
      }
      if (!line.isOver() && !react(call, found)) {
        return "she hung up";
      }
      from = Math.max(from, line.heard().hops().count());
    }
    return line.isOver() ? "cut off: " + line.how() : "nothing more was heard";
  }

  /** Does what such a prompt wants; false when she has what she wanted. */
  private boolean react(DialledCall call, List<Found> found) throws NotFollowed {
    for (int i = found.size() - 1; i >= 0; i--) {
      String key = found.get(i).piece().key();
      if (key.startsWith("goodbye") || key.startsWith("fallback-thanks")) {
        return false;
      }
      if (key.equals("fallback-record") || key.startsWith("record-message")) {
        call.line().await(() -> false, Duration.ofMillis(BEEP_MILLIS));
        speak(call);
        return true;
      }
      if (key.startsWith("confirm") && yes.length > 0) {
        say(call, yes);
        return true;
      }
      String answer = answer(key);
      if (!answer.isEmpty()) {
        press(call, answer);
        return true;
      }
      if (key.startsWith("greeting-") || key.startsWith("ask-problem-again")) {
        if (keys) {
          press(call, "2");
        } else {
          speak(call);
        }
        return true;
      }
    }
    return true;
  }

  private static String answer(String key) {
    if (key.startsWith("ask-estate") || key.startsWith("confirm")) {
      return "1";
    }
    if (key.startsWith("ask-building")) {
      return "3#";
    }
    if (key.startsWith("ask-unit") || key.equals("ask-details")) {
      return "#";
    }
    return key.startsWith("ask-problem-keys") || key.startsWith("ask-category") ? "2" : "";
  }

  private void press(DialledCall call, String keysToPress) throws NotFollowed {
    call.press(keysToPress);
    // A line that is dead by now may have been dead before the key was on its way.
    call.line().await(() -> call.line().isOver(), KEY_ARRIVES);
    keyed |= keysToPress.equals("2") && !call.line().isOver();
  }

  private void speak(DialledCall call) {
    spoken |= say(call, complaint);
    call.line().await(() -> false, Duration.ofMillis(TimeUnit.SECONDS.toMillis(1)));
  }

  /** Whether she came to the end of it. */
  private static boolean say(DialledCall call, short[] sound) {
    Line line = call.line();
    Spoken words = line.say(sound);
    line.await(words::over, Duration.ofSeconds(30));
    return words.over() && !line.isOver();
  }
}
