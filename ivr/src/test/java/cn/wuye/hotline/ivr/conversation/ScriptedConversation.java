package cn.wuye.hotline.ivr.conversation;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.conversation.Heard.EmergencyWord;
import cn.wuye.hotline.ivr.conversation.Heard.Keys;
import cn.wuye.hotline.ivr.conversation.Heard.Silence;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.ScriptedCaller.HangsUp;
import cn.wuye.hotline.ivr.conversation.ScriptedCaller.Presses;
import cn.wuye.hotline.ivr.conversation.ScriptedCaller.Says;
import cn.wuye.hotline.ivr.conversation.ScriptedCaller.Step;
import cn.wuye.hotline.ivr.conversation.ScriptedCaller.Talks;
import cn.wuye.hotline.ivr.conversation.Turn.Kind;
import cn.wuye.hotline.ivr.conversation.Turn.Who;
import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.port.CallLog;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.PhoneRinger.Outcome;
import cn.wuye.hotline.ivr.port.QueueAct;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call without a telephone: a script answers, time is virtual, turns are reported as by contract.
 */
public final class ScriptedConversation implements Conversation {
  private static final Duration PER_SYLLABLE = Duration.ofMillis(220);
  private static final Duration PICK_UP = Duration.ofSeconds(5);
  private static final Duration TALK = Duration.ofSeconds(30);
  private static final Duration COMFORT = Duration.ofSeconds(10);
  private static final int ENDLESS = 300;

  /** What a script hears while she waits in a queue, or an agent is rung for her. */
  public static final String QUEUE = "(queue)";

  private final Call call;
  private final ScriptedCaller caller;
  private final CallLog log;
  private final PhoneRinger ringer;
  private final VirtualClock clock;
  private @Nullable EmergencyWords spotter = EmergencyWords.shipped();
  private boolean recogniser = true;
  private boolean ended;
  private Deque<Waited> waiting = new ArrayDeque<>();
  private int turns;
  private String dialect = "";

  public ScriptedConversation(
      Call call, ScriptedCaller caller, CallLog log, PhoneRinger ringer, VirtualClock clock) {
    this.call = call;
    this.caller = caller;
    this.log = log;
    this.ringer = ringer;
    this.clock = clock;
    log.started(call);
  }

  /** There is no model: words are only recorded. */
  public void withoutRecogniser() {
    recogniser = false;
    spotter = null;
  }

  /** Words that end a turn. */
  public void spotting(EmergencyWords words) {
    spotter = words;
  }

  /** Words are recognised, but emergency words do not end a turn. */
  public void withoutSpotter() {
    spotter = null;
  }

  /** How waiting for an agent ends, each time; when nothing is left the time is over. */
  public void waiting(Deque<Waited> ends) {
    waiting = ends;
  }

  @Override
  public void speak(String code) {
    dialect = code;
  }

  /** That in which prompts are said; empty string as long as nobody has asked for one. */
  public String dialect() {
    return dialect;
  }

  @Override
  public Call call() {
    return call;
  }

  @Override
  public Heard turn(Prompt prompt, Listening listening) {
    if (++turns > ENDLESS) {
      throw new AssertionError("the dialog does not end");
    }
    says(prompt);
    Step step = caller.answerTo(prompt.key());
    if (step instanceof Says says) {
      return report(words(says.text(), listening));
    }
    if (step instanceof Presses presses) {
      return report(keys(presses.keys(), listening));
    }
    if (step instanceof HangsUp hangsUp) {
      throw hangUp(hangsUp, listening);
    }
    Duration from = now();
    clock.advance(listening.noInput());
    return report(new Silence(from, now()));
  }

  private void says(Prompt prompt) {
    requireCall();
    Duration from = now();
    clock.advance(length(prompt));
    report(Who.HOTLINE, Kind.SAID, prompt.text(), prompt.key(), from);
  }

  private static Duration length(Prompt prompt) {
    Duration length = Duration.ZERO;
    for (Prompt.Piece piece : prompt.pieces()) {
      length =
          piece instanceof Prompt.Quote quote
              ? length.plus(syllables(quote.announcement())).plus(Pcm.length(quote.pcm()))
              : length.plus(syllables(piece));
    }
    return length;
  }

  private static Duration syllables(Prompt.Piece piece) {
    return PER_SYLLABLE.multipliedBy(piece.text().length());
  }

  private Heard words(String said, Listening listening) {
    Duration from = now();
    if (spotter != null) {
      for (int end = 1; end <= said.length(); end++) {
        Optional<String> word = spotter.spotted(said.substring(0, end));
        if (word.isPresent()) {
          clock.advance(PER_SYLLABLE.multipliedBy(end));
          return new EmergencyWord(word.get(), said.substring(0, end), from, now());
        }
      }
    }
    clock.advance(PER_SYLLABLE.multipliedBy(said.length()));
    Duration to = now();
    clock.advance(listening.trailingSilence());
    return recogniser
        ? new Words(recognised(said, listening.phrases()), 0.9, true, from, to)
        : new Words("", 0, false, from, to);
  }

  /** A grammar hears its phrases and nothing else. */
  private static String recognised(String said, List<String> phrases) {
    if (phrases.isEmpty()) {
      return said;
    }
    return phrases.stream()
        .filter(said::contains)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private Heard keys(String pressed, Listening listening) {
    Duration from = now();
    int hash = pressed.indexOf('#');
    int end = hash < 0 ? pressed.length() : hash;
    String digits = pressed.substring(0, Math.min(end, listening.maxDigits()));
    String rest = pressed.substring(digits.length());
    if (rest.startsWith("#")) {
      rest = rest.substring(1);
    }
    if (!rest.isEmpty()) {
      caller.later(new Presses(rest));
    }
    clock.advance(Duration.ofSeconds(1).multipliedBy(Math.max(1, digits.length())));
    return new Keys(digits.isEmpty() ? "#" : digits, from, now());
  }

  private HangUp hangUp(HangsUp step, Listening listening) {
    Heard last = step.lastWords().isEmpty() ? null : words(step.lastWords(), listening);
    if (last != null) {
      report(last);
    }
    ended = true;
    report(Who.CALLER, Kind.HUNG_UP, "", "", now());
    return new HangUp("the caller hung up", last);
  }

  @Override
  public Optional<PhoneLine> connect(
      List<PhoneLine> lines,
      Duration each,
      Prompt waiting,
      Prompt whisper,
      Optional<Beside> beside) {
    says(waiting);
    Step step = caller.answerTo(waiting.key());
    if (step instanceof HangsUp hangsUp) {
      throw hangUp(hangsUp, Listening.open());
    }
    if (beside.isPresent()
        && beside.get().ringing().outcome().getNow(Outcome.NO_ANSWER) == Outcome.ANSWERED) {
      talk(beside.get().line(), step);
      return Optional.of(beside.get().line());
    }
    for (PhoneLine line : lines) {
      Outcome outcome = ringer.ring(line, call.id().value(), each, whisper).outcome().join();
      if (outcome == Outcome.ANSWERED) {
        clock.advance(PICK_UP);
        talk(line, step);
        return Optional.of(line);
      }
      for (Duration rung = COMFORT; rung.compareTo(each) <= 0; rung = rung.plus(COMFORT)) {
        clock.advance(COMFORT);
        report(Who.HOTLINE, Kind.SAID, waiting.text(), waiting.key(), now());
      }
    }
    if (step != null) {
      caller.later(step);
    }
    return Optional.empty();
  }

  private void talk(PhoneLine line, @Nullable Step step) {
    Duration from = now();
    clock.advance(TALK);
    report(Who.HOTLINE, Kind.CONNECTED, line.name(), "", from);
    if (step instanceof Talks talks && talks.thenHangsUp()) {
      throw hangUp(new HangsUp(""), Listening.open());
    }
  }

  @Override
  public Waited await(QueueAct act) {
    requireCall();
    Step step = caller.answerTo(QUEUE);
    if (step instanceof HangsUp hangsUp) {
      throw hangUp(hangsUp, Listening.open());
    }
    Waited end = waiting.poll();
    Waited waited = end == null ? Waited.without(Waited.How.TIME_OVER) : end;
    if (waited.how() == Waited.How.TALKED) {
      clock.advance(PICK_UP);
      Duration from = now();
      clock.advance(TALK);
      report(Who.HOTLINE, Kind.CONNECTED, waited.agent(), "", from);
    } else if (waited.how() == Waited.How.TIME_OVER) {
      clock.advance(act.longest());
    }
    return waited;
  }

  @Override
  public void hangUp() {
    if (!ended) {
      ended = true;
      report(Who.HOTLINE, Kind.HUNG_UP, "", "", now());
    }
  }

  private void requireCall() {
    if (ended) {
      throw new HangUp("the call has ended");
    }
  }

  private Heard report(Heard heard) {
    if (heard instanceof Words words) {
      report(Who.CALLER, Kind.WORDS, words.text(), "", words.from());
    } else if (heard instanceof Keys keys) {
      report(Who.CALLER, Kind.KEYS, keys.digits(), "", keys.from());
    } else if (heard instanceof EmergencyWord emergency) {
      report(Who.CALLER, Kind.EMERGENCY_WORD, emergency.text(), "", emergency.from());
    } else {
      report(Who.CALLER, Kind.SILENCE, "", "", heard.from());
    }
    return heard;
  }

  private void report(Who who, Kind kind, String text, String key, Duration from) {
    log.turn(call.id(), new Turn(who, kind, text, key, from, now()));
  }

  private Duration now() {
    return Duration.between(call.answeredAt(), clock.instant());
  }
}
