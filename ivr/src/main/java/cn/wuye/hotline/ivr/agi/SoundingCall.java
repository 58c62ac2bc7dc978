package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audiosocket.AudioSocketServer;
import cn.wuye.hotline.ivr.audiosocket.Metronome;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.port.CallsNow;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds calls with sound, in either direction, and keeps their acts in the log. */
final class SoundingCall {
  private static final Logger LOG = LoggerFactory.getLogger(SoundingCall.class);

  private final TelephoneSettings settings;
  private final TelephoneParts parts;
  private final AudioSocketServer audio;
  private final Metronome metronome;

  SoundingCall(
      TelephoneSettings settings,
      TelephoneParts parts,
      AudioSocketServer audio,
      Metronome metronome) {
    this.settings = settings;
    this.parts = parts;
    this.audio = audio;
    this.metronome = metronome;
  }

  TelephoneParts parts() {
    return parts;
  }

  /**
   * Holds the call to its end. Throws nothing: what breaks is logged, and Asterisk goes on alone.
   *
   * @param holding stays the same for the whole call, whatever is changed meanwhile
   * @param now follows what is being said; must return at once
   */
  void hold(Call call, AgiLine agi, CallHolding holding, CallsNow now) {
    SpokenNow spoken = new SpokenNow(call, now);
    CallTime time = new CallTime(call.answeredAt(), parts.clock(), System::nanoTime);
    try (SpeechRecognizer recognizer = parts.recognizer().forCall(call);
        CallSpotter spotter = new CallSpotter(recognizer, holding.emergencies())) {
      CallVoice voice = new CallVoice(parts.voices(), call);
      TelephoneParts own = parts.forCall(voice, recognizer);
      TurnReport report = new TurnReport(parts.log(), call.id());
      CallContext context =
          new CallContext(call, agi, time, report, spotter, spoken, own, settings);
      SoundLine line = new SoundLine(agi, audio, metronome, time);
      parts.log().started(call);
      converse(
          holding.handler(),
          new TelephoneConversation(
              context, new MediumSource(context, line), new AgiTalk(context), voice::speak));
      parts.log().ended(call.id());
    } catch (RuntimeException e) {
      LOG.error("call {} broke; Asterisk goes on alone with the caller", call.id(), e);
    } finally {
      spoken.over();
    }
  }

  private static void converse(CallHandler handler, TelephoneConversation conversation) {
    try {
      try {
        handler.handle(conversation);
      } catch (HangUp gone) {
        LOG.debug("call {}: {}", conversation.call().id(), gone.getMessage());
      }
      conversation.finish();
    } catch (HangUp gone) {
      LOG.info("call {} is over: {}", conversation.call().id(), gone.getMessage());
    } catch (RuntimeException e) {
      releaseCaller(conversation, e);
      throw e;
    }
  }

  private static void releaseCaller(TelephoneConversation conversation, RuntimeException cause) {
    try {
      conversation.endSound();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }
}
