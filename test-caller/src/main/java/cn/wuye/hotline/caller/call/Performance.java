package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import cn.wuye.hotline.caller.line.Spoken;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.script.Step;
import cn.wuye.hotline.caller.sound.Loudness;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.WavFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The script being played on an open line. */
final class Performance {
  private static final short[] NO_SOUND = {};
  private static final Duration FAREWELL = Duration.ofSeconds(12);

  private final Switchboard board;
  private final Line line;
  private final OpenCall call;
  private final Script script;
  private final Ear ear;
  private final List<Act> acts = new ArrayList<>();
  private short[] lastWords = NO_SOUND;

  Performance(Switchboard board, OpenCall call, Script script) {
    this.board = board;
    this.call = call;
    this.line = call.line();
    this.script = script;
    this.ear = new Ear(line, board.prompts());
  }

  /** What was done so far. */
  List<Act> acts() {
    return List.copyOf(acts);
  }

  void perform() throws NotFollowed, IOException {
    List<Step> steps = script.steps();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      List<Step> next = steps.subList(i + 1, steps.size());
      if (step instanceof Step.IfHears optional) {
        pressIfHeard(optional, next);
      } else if (!take(step, bargesIn(next))) {
        return;
      }
    }
    // She waits for the other side to hang up, and does it herself if it does not.
    line.await(line::isOver, FAREWELL);
    if (!line.isOver()) {
      hangUp();
    }
  }

  /** Whether she speaks or presses into what plays, at once or after she has hesitated. */
  private static boolean bargesIn(List<Step> next) {
    return next.stream()
        .dropWhile(Step.Silent.class::isInstance)
        .findFirst()
        .map(Step::bargesIn)
        .orElse(false);
  }

  /** False when the call is over by this step. */
  private boolean take(Step step, boolean bargesInNext) throws NotFollowed, IOException {
    if (line.isOver() && !(step instanceof Step.HangsUp) && !(step instanceof Step.Hears)) {
      throw new NotFollowed(step, "the hotline had hung up before");
    }
    if (step instanceof Step.Hears hears) {
      ear.await(hears, bargesInNext);
    } else if (step instanceof Step.Says says) {
      return speak(says);
    } else if (step instanceof Step.Presses presses) {
      press(presses, presses.keys(), presses.bargeIn());
    } else if (step instanceof Step.Silent silent) {
      int start = line.millis();
      line.await(() -> false, silent.length());
      acts.add(new Act(Act.Kind.SILENCE, "", start, line.millis(), false, NO_SOUND));
    } else if (step instanceof Step.Beeps) {
      beep();
    } else if (step instanceof Step.HearsPhone phone) {
      Phones.awaitHeard(board, line, ear, phone, script);
    } else if (step instanceof Step.HeardByPhone phone) {
      Phones.awaitHearing(board, line, phone, lastWords);
    } else {
      hangUp();
      return false;
    }
    return true;
  }

  private void pressIfHeard(Step.IfHears optional, List<Step> next) throws NotFollowed {
    if (ear.hearsOptional(optional, expected(next))) {
      press(optional, optional.keys(), false);
    }
  }

  /** The prompts one of which is heard when an optional one is not. */
  private static List<String> expected(List<Step> next) {
    List<String> keys = new ArrayList<>();
    for (Step step : next) {
      if (step instanceof Step.IfHears optional) {
        keys.add(optional.key());
      } else {
        if (step instanceof Step.Hears hears) {
          keys.add(hears.key());
        }
        break;
      }
    }
    return keys;
  }

  private boolean speak(Step.Says says) throws NotFollowed, IOException {
    short[] sound =
        says.file().isPresent()
            ? Loudness.trim(Pcm.samples(WavFile.read(says.file().get())))
            : board.voice().speak(says.text());
    ear.forgetUntilNow();
    Spoken spoken = line.say(sound);
    lastWords = sound;
    if (says.hangsUpAfter().isPresent()) {
      line.await(spoken::begun, Duration.ofSeconds(1));
      line.await(spoken::over, says.hangsUpAfter().get());
      line.hush();
      said(says, spoken, sound);
      hangUp();
      return false;
    }
    line.await(spoken::over, Duration.ofMillis(sound.length / 8 + 5000L));
    if (!spoken.over()) {
      throw new NotFollowed(says, "the hotline hung up while she spoke");
    }
    said(says, spoken, sound);
    return true;
  }

  private void said(Step.Says says, Spoken spoken, short[] sound) {
    int end = spoken.over() ? spoken.endMillis() : line.millis();
    acts.add(
        new Act(Act.Kind.WORDS, says.text(), spoken.startMillis(), end, says.bargeIn(), sound));
  }

  private void beep() {
    Spoken tone = line.say(Tone.BEEP);
    line.await(tone::over, Duration.ofSeconds(2));
  }

  private void press(Step step, String keys, boolean bargeIn) throws NotFollowed {
    ear.forgetUntilNow();
    int start = line.millis();
    try {
      call.press(keys);
    } catch (NotFollowed e) {
      throw new NotFollowed(step, String.valueOf(e.getMessage()));
    }
    acts.add(new Act(Act.Kind.KEYS, keys, start, line.millis(), bargeIn, NO_SOUND));
  }

  private void hangUp() {
    int now = line.millis();
    line.hangUp();
    acts.add(new Act(Act.Kind.HUNG_UP, "", now, now, false, NO_SOUND));
  }
}
