package cn.wuye.hotline.ivr.audio;

import cn.wuye.hotline.ivr.audio.TurnEnd.Reason;
import cn.wuye.hotline.ivr.audio.TurnEnd.Span;
import cn.wuye.hotline.ivr.conversation.Listening;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a turn, for one call: who is speaking, what cuts the prompt short, when it is over.
 * A pure state machine without thread, socket or clock; it is told what happens and when. All times
 * are milliseconds since the call was answered and never run backwards.
 *
 * <p>It is told of sound and keys between turns as well: what the caller begins while the hotline
 * thinks belongs to the next turn.
 */
public final class TurnEngine {
  /** Frames of speech (160 ms) that cut a prompt: a cough is shorter. */
  static final int GUARD_FRAMES = 8;

  /** Frames of speech that begin an answer when nothing plays: "对" is short. */
  static final int START_FRAMES = 4;

  /** Frames before the speech was noticed that are handed on with it: 400 ms. */
  static final int PRE_ROLL_FRAMES = 20;

  /** Of speech that began between turns or under a prompt not to be cut: 10 s. */
  private static final int LONG_PRE_ROLL_FRAMES = 500;

  /** Silence that is still handed on after speech: a recogniser needs the end of the word. */
  private static final long TAIL_MILLIS = 300;

  /** Silence after which a caller who was interrupted in mid-sentence counts as done with it. */
  private static final long CARRY_OVER_MILLIS = 300;

  /** How long the end of a turn waits for what may become a word. */
  private static final long GRACE_MILLIS = 500;

  private final TurnEffects effects;
  private final VoiceMeter voice = new VoiceMeter();
  private final PreRoll preRoll = new PreRoll();
  private final KeyBuffer keys = new KeyBuffer();

  /** Null between turns. */
  private @Nullable Listening listening;

  private boolean prompting;
  private long promptFrom;
  private long promptTo;
  private boolean speaking;
  private boolean handingOn;
  private boolean carriedOver;
  private long speechFrom;

  public TurnEngine(TurnEffects effects) {
    this.effects = effects;
  }

  /** A turn begins and its prompt starts to sound. Keys pressed before count. */
  public void begin(long now, Listening how) {
    listening = how;
    prompting = true;
    promptFrom = now;
    promptTo = now;
    speaking = false;
    handingOn = false;
    keys.begin();
    replayKeys(now);
  }

  /** The prompt has been heard to its end. */
  public void promptEnded(long now) {
    if (!prompting) {
      return;
    }
    prompting = false;
    promptTo = now;
    replayKeys(now);
    tick(now);
  }

  /** A frame of sound came. */
  public void frame(long now, byte[] frame, boolean isSpeech) {
    voice.frame(now, isSpeech);
    endCarryOver(now);
    if (speaking) {
      handOn(now, frame);
      return;
    }
    boolean mayBeWords = !carriedOver && voice.score() >= START_FRAMES;
    preRoll.add(frame, mayBeWords ? LONG_PRE_ROLL_FRAMES : PRE_ROLL_FRAMES);
    startSpeech(now);
  }

  private void endCarryOver(long now) {
    if (carriedOver && !voice.voiceWithin(now, CARRY_OVER_MILLIS)) {
      carriedOver = false;
      voice.reset();
      preRoll.clear();
    }
  }

  private void startSpeech(long now) {
    Listening how = listening;
    int guard = prompting ? GUARD_FRAMES : START_FRAMES;
    if (how == null || speaking || carriedOver || voice.score() < guard) {
      return;
    }
    speaking = true;
    handingOn = true;
    speechFrom = voice.from();
    if (how.bargeIn()) {
      stopPrompt(now);
    }
    preRoll.drain(effects::speech);
  }

  private void handOn(long now, byte[] frame) {
    boolean wordsGoOn = voice.voiceWithin(now, TAIL_MILLIS);
    if (handingOn) {
      effects.speech(frame);
      handingOn = wordsGoOn;
      return;
    }
    preRoll.add(frame, PRE_ROLL_FRAMES);
    if (wordsGoOn) {
      handingOn = true;
      preRoll.drain(effects::speech);
    }
  }

  private void stopPrompt(long now) {
    if (prompting) {
      prompting = false;
      promptTo = now;
      effects.stopPrompt();
    }
  }

  /** A key was pressed. */
  public void key(long now, char digit) {
    keys.press(now, digit);
    replayKeys(now);
  }

  private void replayKeys(long now) {
    while (listening != null && keys.pending()) {
      if (listening.maxDigits() == 0) {
        keys.forgetPending();
      } else if (prompting && !listening.bargeIn()) {
        return;
      } else {
        take(listening, now);
      }
    }
  }

  private void take(Listening how, long now) {
    stopPrompt(now);
    if (keys.takeNext(how.maxDigits())) {
      boolean endsSpeech = keys.digits().equals("#") && speaking;
      over(endsSpeech ? Reason.SPEECH : Reason.KEYS, now);
    }
  }

  /** An emergency word was spotted in what was handed on. */
  public void emergency(long now) {
    over(Reason.EMERGENCY, now);
  }

  /** The sound has ended for good. */
  public void gone(long now) {
    over(Reason.GONE, now);
  }

  /** Lets time pass; to be called at least every 20 ms. */
  public void tick(long now) {
    voice.forgetAfterSilence(now);
    endCarryOver(now);
    // Words that were spoken before the turn began may be followed by no further frame.
    startSpeech(now);
    Listening how = listening;
    if (how == null) {
      return;
    }
    if (keys.any()) {
      if (now - keys.lastAt() >= how.interDigit().toMillis()) {
        over(Reason.KEYS, now);
      }
    } else if (speaking) {
      tickSpeech(how, now);
    } else if (!prompting) {
      tickSilence(now - promptTo - how.noInput().toMillis(), now);
    }
  }

  private void tickSilence(long overdue, long now) {
    boolean wordsMayBegin = voice.score() > 0 && !carriedOver && overdue < GRACE_MILLIS;
    if (overdue >= 0 && !wordsMayBegin) {
      over(Reason.NO_INPUT, now);
    }
  }

  private void tickSpeech(Listening how, long now) {
    if (now - speechFrom >= how.longest().toMillis() && !prompting) {
      over(Reason.LONGEST, now);
    } else if (now - voice.voiceAt() >= how.trailingSilence().toMillis()) {
      if (prompting) {
        speaking = false;
        effects.discard();
      } else {
        over(Reason.SPEECH, now);
      }
    }
  }

  private void over(Reason reason, long now) {
    if (listening == null) {
      return;
    }
    if (prompting) {
      stopPrompt(now);
    }
    carriedOver = speaking && voice.voiceWithin(now, CARRY_OVER_MILLIS);
    TurnEnd end =
        new TurnEnd(
            reason,
            reason == Reason.KEYS || reason == Reason.GONE ? keys.digits() : "",
            Span.ofMillis(promptFrom, promptTo),
            speaking
                ? Optional.of(Span.ofMillis(speechFrom, Math.max(speechFrom, voice.voiceAt())))
                : Optional.empty(),
            answer(reason, now));
    listening = null;
    speaking = false;
    preRoll.clear();
    if (!carriedOver && reason != Reason.KEYS) {
      voice.reset();
    }
    effects.over(end);
  }

  private Span answer(Reason reason, long now) {
    return switch (reason) {
      case KEYS -> Span.ofMillis(keys.firstAt(), keys.lastAt());
      case SPEECH, LONGEST, EMERGENCY ->
          Span.ofMillis(speaking ? speechFrom : now, Math.max(speechFrom, voice.voiceAt()));
      case GONE ->
          keys.any()
              ? Span.ofMillis(keys.firstAt(), keys.lastAt())
              : Span.ofMillis(speaking ? speechFrom : Math.min(promptTo, now), now);
      case NO_INPUT -> Span.ofMillis(Math.min(promptTo, now), now);
    };
  }

  /** Forgets keys pressed between turns, where they can have meant nothing. */
  public void forgetKeys() {
    keys.forgetPending();
  }
}
