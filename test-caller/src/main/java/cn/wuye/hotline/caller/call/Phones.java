package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import cn.wuye.hotline.caller.script.Phone;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.script.Step;
import cn.wuye.hotline.caller.sound.Correlation;
import cn.wuye.hotline.caller.sound.Template;
import cn.wuye.hotline.caller.sound.Template.Match;
import cn.wuye.hotline.caller.sound.Track;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Whether the caller and the person at a test phone hear each other: by their own words. */
final class Phones {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final int ENOUGH_HOPS = 80;

  /** With noise on the line the words are searched as a whole, and this much must be alike. */
  private static final double ALIKE = 0.5;

  private Phones() {}

  static void awaitHeard(Switchboard board, Line line, Ear ear, Step.HearsPhone step, Script script)
      throws NotFollowed, IOException {
    if (!(script.phones().get(step.phone()) instanceof Phone.Answers answers)
        || answers.says().isEmpty()) {
      throw new NotFollowed(step, "this phone says nothing in the script's phones");
    }
    Template words = new Template(board.voice().speak(answers.says()));
    long deadline = System.nanoTime() + step.within().toNanos();
    while (true) {
      Optional<Match> match = words.find(line.heard(), ear.from(), Integer.MAX_VALUE, ENOUGH_HOPS);
      if (match.isPresent()) {
        ear.advance(match.get().end());
        board.phones().calls(step.phone()).forEach(PhoneCall::understood);
        return;
      }
      if (line.isOver() || System.nanoTime() > deadline) {
        boolean rang = !board.phones().calls(step.phone()).isEmpty();
        throw new NotFollowed(
            step, rang ? "answered, but the caller did not hear it" : "it was never rung");
      }
      line.await(() -> false, LOOK_EVERY);
    }
  }

  static void awaitHearing(Switchboard board, Line line, Step.HeardByPhone step, short[] lastWords)
      throws NotFollowed {
    Template words = new Template(lastWords);
    long deadline = System.nanoTime() + step.within().toNanos();
    while (true) {
      for (PhoneCall call : board.phones().calls(step.phone())) {
        if (words.find(call.heard(), 0, Integer.MAX_VALUE, ENOUGH_HOPS).isPresent()) {
          return;
        }
      }
      if (line.isOver() || System.nanoTime() > deadline) {
        if (board.phones().calls(step.phone()).stream()
            .anyMatch(call -> inNoise(lastWords, call.heard()))) {
          return;
        }
        throw new NotFollowed(step, "her words were not heard there");
      }
      line.await(() -> false, LOOK_EVERY);
    }
  }

  private static boolean inNoise(short[] words, Track heard) {
    return Correlation.search(words, heard.all()).likeness() > ALIKE;
  }
}
