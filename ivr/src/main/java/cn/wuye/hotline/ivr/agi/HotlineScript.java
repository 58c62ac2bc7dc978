package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audiosocket.AudioSocketServer;
import cn.wuye.hotline.ivr.audiosocket.Metronome;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import java.util.concurrent.atomic.AtomicInteger;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What happens with every call that Asterisk brings, from its first AGI command to its last. */
final class HotlineScript implements AgiScript {
  private static final Logger LOG = LoggerFactory.getLogger(HotlineScript.class);

  private final TelephoneSettings settings;
  private final TelephoneParts parts;
  private final AudioSocketServer audio;
  private final Metronome metronome;
  private final AtomicInteger calls = new AtomicInteger();

  HotlineScript(
      TelephoneSettings settings,
      TelephoneParts parts,
      AudioSocketServer audio,
      Metronome metronome) {
    this.settings = settings;
    this.parts = parts;
    this.audio = audio;
    this.metronome = metronome;
  }

  /** Calls in progress. */
  int calls() {
    return calls.get();
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) {
    Call call;
    try {
      call = CallRequest.read(request, parts.clock().instant());
    } catch (IllegalArgumentException e) {
      LOG.warn("FastAGI: {}; Asterisk goes on alone", e.getMessage());
      return;
    }
    calls.incrementAndGet();
    MDC.put("call", call.id().value());
    try {
      hold(call, new AgiLine(channel));
    } finally {
      // The thread is the call's own: what others added goes, too.
      MDC.clear();
      calls.decrementAndGet();
    }
  }

  private void hold(Call call, AgiLine agi) {
    LOG.info("call {} from {}", call.id(), call.caller().map(Object::toString).orElse("unknown"));
    CallTime time = new CallTime(call.answeredAt(), parts.clock(), System::nanoTime);
    // Model, voice and words stay the same for the whole call, whatever is changed meanwhile.
    CallHolding holding = parts.holdings().get();
    try (SpeechRecognizer recognizer = parts.recognizer().forCall();
        CallSpotter spotter = new CallSpotter(recognizer, holding.emergencies())) {
      TelephoneParts own = parts.forCall(call, recognizer);
      TurnReport report = new TurnReport(parts.log(), call.id());
      CallContext context = new CallContext(call, agi, time, report, spotter, own, settings);
      SoundLine line = new SoundLine(agi, audio, metronome, time);
      parts.log().started(call);
      converse(
          holding.handler(),
          new TelephoneConversation(
              context, new MediumSource(context, line), new AgiTalk(context)));
      parts.log().ended(call.id());
    } catch (RuntimeException e) {
      LOG.error("call {} broke; Asterisk goes on alone with the caller", call.id(), e);
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
