package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.port.CallLog;
import cn.wuye.hotline.ivr.port.CallsNow;
import cn.wuye.hotline.ivr.port.PhoneRinger;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the telephone works with. It owns none of these and closes none of them.
 *
 * @param prompts what is said where nothing is known of the caller
 * @param voices what is said to a caller: in her dialect, with her estate's greeting
 * @param log told of every call and every turn
 * @param now follows what callers are telling the machine
 * @param ringer rings the phones of people; tried first by {@code connect}
 * @param holdings asked once for every call, so that what was edited counts from the next call on
 */
public record TelephoneParts(
    PromptAudio prompts,
    Voices voices,
    SpeechRecognizer recognizer,
    CallLog log,
    CallsNow now,
    PhoneRinger ringer,
    Supplier<CallHolding> holdings,
    Clock clock) {

  /** The same prompts for every caller, and nobody follows what she says. */
  public TelephoneParts(
      PromptAudio prompts,
      SpeechRecognizer recognizer,
      CallLog log,
      PhoneRinger ringer,
      Supplier<CallHolding> holdings,
      Clock clock) {
    this(
        prompts,
        (call, dialect) -> prompts,
        recognizer,
        log,
        CallsNow.NONE,
        ringer,
        holdings,
        clock);
  }

  /** The same with other prompts. */
  TelephoneParts saying(PromptAudio other) {
    return new TelephoneParts(other, voices, recognizer, log, now, ringer, holdings, clock);
  }

  /** What one call works with. */
  TelephoneParts forCall(PromptAudio voice, SpeechRecognizer lent) {
    return new TelephoneParts(voice, voices, lent, log, now, ringer, holdings, clock);
  }
}
