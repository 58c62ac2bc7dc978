package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import cn.wuye.hotline.caller.script.Step;
import cn.wuye.hotline.caller.sound.Hops;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.caller.sound.PromptBook.Found;
import cn.wuye.hotline.caller.sound.Template.Match;
import cn.wuye.hotline.caller.sound.Track;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Listens for prompts: what is heard is decided from the sound alone. */
final class Ear {
  /** A prompt is over when nothing was heard for so long; shorter pauses are inside prompts. */
  private static final int PAUSE_HOPS = 70;

  /** What sounds for so long and is no prompt is music. */
  private static final int MUSIC_HOPS = 200;

  /** So much of a prompt tells it from others that begin alike. */
  private static final int ENOUGH_HOPS = 110;

  /** A place that was found may be found so much earlier another time. */
  private static final int SLACK_HOPS = 3;

  private static final Duration LOOK_EVERY = Duration.ofMillis(60);

  private final Line line;
  private final PromptBook prompts;
  private int from;
  private boolean looked;

  Ear(Line line, PromptBook prompts) {
    this.line = line;
    this.prompts = prompts;
  }

  /** What was heard up to now is no answer to what comes. */
  void forgetUntilNow() {
    from = Math.max(from, line.heard().hops().count());
  }

  /** From where on something new may be heard. */
  int from() {
    return from;
  }

  void advance(int hop) {
    from = Math.max(from, hop);
  }

  void await(Step.Hears step, boolean bargesInNext) throws NotFollowed {
    long deadline = System.nanoTime() + step.within().toNanos();
    boolean known =
        !step.key().equals(Step.Hears.ANYTHING) && !prompts.ofEntry(step.key()).isEmpty();
    int heardAt = known ? awaitKnown(step, deadline) : awaitAnything(step, deadline);
    from = Math.max(from, heardAt);
    if (bargesInNext) {
      return;
    }
    awaitPause(step, deadline);
  }

  /** A prompt may be long; only its beginning had to come in time. */
  private void awaitPause(Step step, long deadline) throws NotFollowed {
    int began = from;
    int since = Math.max(0, began - ENOUGH_HOPS);
    int end = began;
    int look = began + MUSIC_HOPS;
    while (line.heard().quietHops() < PAUSE_HOPS && !line.isOver()) {
      Track heard = line.heard();
      int now = heard.hops().count();
      if (now >= look) {
        Optional<Match> last = lastPrompt(heard, since, now);
        // What came before it is known: only it may go on.
        since = last.map(match -> Math.max(0, match.at() - SLACK_HOPS)).orElse(since);
        end = last.map(Match::end).orElse(end);
        if (now - end > MUSIC_HOPS) {
          return;
        }
        look = now + MUSIC_HOPS / 2;
      }
      if (System.nanoTime() - deadline > TimeUnit.MINUTES.toNanos(2)) {
        throw new NotFollowed(step, "the prompt does not end (began at hop " + began + ")");
      }
      rest();
    }
  }

  private Optional<Match> lastPrompt(Track heard, int since, int now) {
    return prompts.identify(heard, since, now).stream()
        .map(Found::match)
        .max(Comparator.comparingInt(Match::end));
  }

  /**
   * Listens whether a prompt comes that only some calls have, to its end. What is heard otherwise
   * is left to the step that waits for it.
   *
   * @param otherwise the prompts one of which is heard when this one is not
   */
  boolean hearsOptional(Step.IfHears step, List<String> otherwise) throws NotFollowed {
    if (prompts.ofEntry(step.key()).isEmpty()) {
      return false;
    }
    long deadline = System.nanoTime() + step.within().toNanos();
    while (System.nanoTime() < deadline) {
      boolean over = line.isOver();
      Track heard = line.heard();
      boolean thorough = over || pauseBegins(heard);
      Optional<Integer> found = heardAt(step.key(), heard, from, () -> thorough);
      if (found.isPresent()) {
        from = Math.max(from, found.get());
        awaitPause(step, deadline);
        return true;
      }
      if (over
          || otherwise.stream()
              .anyMatch(key -> heardAt(key, heard, from, () -> thorough).isPresent())) {
        // The next step has to look at what was heard as thoroughly.
        looked = false;
        return false;
      }
      rest();
    }
    looked = false;
    return false;
  }

  /**
   * The hop behind the part of a prompt that proves it.
   *
   * @param since from where on it may begin
   * @param thorough asked when it is not found at once
   */
  private Optional<Integer> heardAt(String key, Track heard, int since, BooleanSupplier thorough) {
    Optional<Found> found = prompts.find(key, heard, since, ENOUGH_HOPS);
    if (found.isEmpty() && thorough.getAsBoolean()) {
      found = secondLook(key, heard);
    }
    return found.map(at -> at.match().at() + Math.min(at.match().hops(), ENOUGH_HOPS));
  }

  /** The hop behind the part of the prompt that proves it. */
  private int awaitKnown(Step.Hears step, long deadline) throws NotFollowed {
    int next = from;
    while (true) {
      boolean over = line.isOver();
      Track heard = line.heard();
      int now = heard.hops().count();
      Optional<Integer> found = heardAt(step.key(), heard, next, () -> over || pauseBegins(heard));
      if (found.isPresent()) {
        return found.get();
      }
      next = Math.max(next, now - 2 * ENOUGH_HOPS);
      giveUpAfter(step, deadline, over);
      rest();
    }
  }

  /** For prompts that suffered on the way, or were cut after a second. */
  private Optional<Found> secondLook(String entry, Track heard) {
    var pieces = prompts.ofEntry(entry);
    return prompts.identify(heard, from, heard.hops().count()).stream()
        .filter(found -> pieces.contains(found.piece()))
        .findFirst()
        .or(() -> prompts.findDamaged(entry, heard, from));
  }

  /** True about once a pause: looking for damaged prompts is slow. */
  private boolean pauseBegins(Track heard) {
    int quiet = heard.quietHops();
    boolean begins = quiet >= PAUSE_HOPS && !looked;
    looked = quiet >= PAUSE_HOPS;
    return begins;
  }

  private int awaitAnything(Step.Hears step, long deadline) throws NotFollowed {
    while (true) {
      int hop = line.heard().firstAudible(from);
      if (hop >= 0) {
        return hop + 1;
      }
      giveUpAfter(step, deadline, line.isOver());
      rest();
    }
  }

  private void giveUpAfter(Step.Hears step, long deadline, boolean over) throws NotFollowed {
    boolean late = System.nanoTime() > deadline;
    if (late || over) {
      throw new NotFollowed(
          step,
          (over
                  ? "the hotline hung up before it was heard"
                  : "not heard within " + step.within().toSeconds() + " s")
              + "; heard instead: "
              + heardInstead());
    }
  }

  private String heardInstead() {
    Track heard = line.heard();
    var found = prompts.identify(heard, Math.max(0, from), heard.hops().count());
    if (found.isEmpty()) {
      int audible = heard.firstAudible(from);
      return audible < 0 ? "nothing" : "something unknown from " + audible * Hops.MILLIS + " ms on";
    }
    return found.stream().map(f -> f.piece().key()).collect(Collectors.joining(", "));
  }

  private void rest() {
    line.await(() -> false, LOOK_EVERY);
  }
}
