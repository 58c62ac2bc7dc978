package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Talks by plain AGI, for when AudioSocket cannot connect: prompts are files, keys are waited for,
 * open answers are recorded and not decoded.
 */
final class PlainMedium implements Medium {
  private static final String KEYS = "0123456789*#";
  private static final Duration MOST_BETWEEN_LOOKS = Duration.ofMillis(300);

  private final AgiLine agi;
  private final PromptAudio prompts;
  private final TurnReport report;
  private final CallTime time;
  private final PlainRecorder recorder;

  PlainMedium(CallContext context, PlainRecorder recorder) {
    this.agi = context.agi();
    this.prompts = context.parts().prompts();
    this.report = context.report();
    this.time = context.time();
    this.recorder = recorder;
  }

  @Override
  public Optional<Heard> turn(Prompt wanted, Listening listening) {
    Prompt prompt = wanted.inFiles();
    Duration from = time.now();
    char key = 0;
    try {
      key = play(prompt, listening.maxDigits() > 0 && listening.bargeIn() ? KEYS : "");
    } finally {
      report.said(prompt, from, time.now());
    }
    Heard heard = key == 0 ? answer(listening) : keys(key, listening);
    report.heard(heard);
    return Optional.of(heard);
  }

  private char play(Prompt prompt, String escapeKeys) {
    for (Path file : prompts.files(prompt)) {
      char key = agi.play(file, escapeKeys);
      if (key != 0) {
        return key;
      }
    }
    return 0;
  }

  private Heard answer(Listening listening) {
    Duration from = time.now();
    if (listening.noInput().isZero()) {
      return new Heard.Silence(from, from);
    }
    boolean open = listening.phrases().isEmpty();
    boolean keysCount = listening.maxDigits() > 0;
    if (open) {
      return recorded(listening, keysCount ? KEYS : "#", from);
    }
    char key = agi.waitForKey(listening.noInput());
    return key == 0 || !keysCount ? new Heard.Silence(from, time.now()) : keys(key, listening);
  }

  private Heard recorded(Listening listening, String escapeKeys, Duration from) {
    try (PlainRecorder.Take take = recorder.record(agi, listening, escapeKeys)) {
      Duration to = time.now();
      boolean spoke = take.spoke();
      if (take.key() == 0 || (take.key() == '#' && spoke)) {
        return spoke ? words(from, to) : new Heard.Silence(from, to);
      }
      if (spoke) {
        report.heard(words(from, to));
      }
      return keys(take.key(), listening);
    } catch (PlainRecorder.Broken hungUp) {
      if (!hungUp.spoke()) {
        throw new HangUp("the caller hung up");
      }
      Heard words = words(from, time.now());
      report.heard(words);
      throw new HangUp("the caller hung up", words);
    }
  }

  private static Heard words(Duration from, Duration to) {
    return new Heard.Words("", 0, false, from, to);
  }

  private Heard keys(char first, Listening listening) {
    Duration from = time.now();
    StringBuilder digits = new StringBuilder();
    char key = first;
    while (key != 0 && key != '#') {
      digits.append(key);
      if (key == '*' || digits.length() >= listening.maxDigits()) {
        break;
      }
      key = next(digits, from, listening);
    }
    return new Heard.Keys(digits.isEmpty() ? "#" : digits.toString(), from, time.now());
  }

  private char next(StringBuilder digits, Duration from, Listening listening) {
    try {
      return agi.waitForKey(listening.interDigit());
    } catch (HangUp gone) {
      Heard keys = new Heard.Keys(digits.toString(), from, time.now());
      report.heard(keys);
      throw new HangUp("the caller hung up", keys);
    }
  }

  @Override
  public void say(Prompt prompt) {
    play(prompt, "");
  }

  @Override
  public void pass(CompletableFuture<?> until, Duration atMost) {
    if (!until.isDone()) {
      agi.waitForKey(atMost.compareTo(MOST_BETWEEN_LOOKS) < 0 ? atMost : MOST_BETWEEN_LOOKS);
    }
  }

  @Override
  public boolean usable() {
    return true;
  }

  @Override
  public void end() {
    // Nothing runs between the commands.
  }
}
