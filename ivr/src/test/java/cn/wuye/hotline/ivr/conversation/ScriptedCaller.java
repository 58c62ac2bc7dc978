package cn.wuye.hotline.ivr.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caller who follows a script: waits for prompts and answers them. {@code
 * caller.hears("greeting").says("水管漏水").hears("ask-estate").hangsUp()}. While she waits for a
 * prompt, and after the script's end, she is silent.
 */
public final class ScriptedCaller {
  private final List<Step> steps = new ArrayList<>();
  private Deque<Step> left = new ArrayDeque<>();

  /** One line of the script. */
  sealed interface Step {}

  record Hears(String key) implements Step {}

  record Says(String text) implements Step {}

  record Presses(String keys) implements Step {}

  record Silent() implements Step {}

  record HangsUp(String lastWords) implements Step {}

  record Talks(boolean thenHangsUp) implements Step {}

  /** Waits for this prompt; others before it are met with silence. */
  public ScriptedCaller hears(String key) {
    return add(new Hears(key));
  }

  public ScriptedCaller says(String text) {
    return add(new Says(text));
  }

  /** Keys as they are pressed, {@code #} included. */
  public ScriptedCaller presses(String keys) {
    return add(new Presses(keys));
  }

  public ScriptedCaller silent() {
    return add(new Silent());
  }

  /** Hangs up, in a turn or while a phone rings. */
  public ScriptedCaller hangsUp() {
    return add(new HangsUp(""));
  }

  /** Hangs up in mid-sentence. */
  public ScriptedCaller hangsUpSaying(String lastWords) {
    return add(new HangsUp(lastWords));
  }

  /** Talks with the person who answers, until that person hangs up. */
  public ScriptedCaller talks() {
    return add(new Talks(false));
  }

  /** Talks with the person who answers, then hangs up. */
  public ScriptedCaller talksAndHangsUp() {
    return add(new Talks(true));
  }

  /** The first steps of this script, followed by a hang-up. */
  public ScriptedCaller hangingUpAfter(int steps) {
    ScriptedCaller other = new ScriptedCaller();
    this.steps.subList(0, steps).forEach(other::add);
    return other.hangsUp();
  }

  public int length() {
    return steps.size();
  }

  /** What she has not come to; empty when the script was followed to its end. */
  public List<String> left() {
    return left.stream().map(Step::toString).toList();
  }

  private ScriptedCaller add(Step step) {
    steps.add(step);
    left = new ArrayDeque<>(steps);
    return this;
  }

  /** What she does once this prompt has been heard; null for nothing. */
  @Nullable Step answerTo(String key) {
    if (left.peekFirst() instanceof Hears hears) {
      if (!hears.key.equals(key)) {
        return null;
      }
      left.removeFirst();
    }
    return left.peekFirst() instanceof Hears ? null : left.pollFirst();
  }

  /** Puts back what could not be done yet. */
  void later(Step step) {
    left.addFirst(step);
  }
}
