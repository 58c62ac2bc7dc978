package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.ivr.agi.TelephoneFigures;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.exchange.Exchange;
import cn.wuye.hotline.router.exchange.ExchangeFacts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** The telephone's parts as figures; the modules below count, here it gets names. */
final class TelephonyMeters {
  private TelephonyMeters() {}

  static MeterBinder telephone(TelephoneStart telephone) {
    return meters -> {
      Gauge.builder("hotline.telephone.open", telephone, t -> t.figures().isPresent() ? 1 : 0)
          .description("1 while calls are taken")
          .register(meters);
      Gauge.builder("hotline.audio.streams", telephone, of(TelephoneFigures::streams))
          .description("Open AudioSocket connections")
          .register(meters);
      FunctionCounter.builder("hotline.audio.frames", telephone, of(TelephoneFigures::frames))
          .description("Frames of sound sent, 20 ms each")
          .register(meters);
      FunctionCounter.builder(
              "hotline.audio.frames.late", telephone, of(TelephoneFigures::lateFrames))
          .description("Of these, frames sent more than 20 ms after they were due")
          .register(meters);
    };
  }

  static MeterBinder ami(AmiConnection ami) {
    return meters ->
        Gauge.builder("hotline.ami.connected", ami, a -> a.status().up() ? 1 : 0)
            .description("1 while Asterisk's manager interface is connected")
            .register(meters);
  }

  static MeterBinder exchange(Exchange exchange) {
    return meters ->
        Gauge.builder("hotline.trunk.up", exchange, e -> up(e.facts().carrier()))
            .description(
                "1 while the carrier answers, 0 while it does not; not a number without one")
            .register(meters);
  }

  private static double up(ExchangeFacts.Line line) {
    return switch (line) {
      case ANSWERS -> 1;
      case SILENT -> 0;
      case NONE, UNKNOWN -> Double.NaN;
    };
  }

  static MeterBinder speech(SpeechRecognizer recognizer) {
    return meters -> {
      Gauge.builder("hotline.speech.available", recognizer, r -> r.status().available() ? 1 : 0)
          .description("1 while a model is loaded")
          .register(meters);
      Gauge.builder("hotline.speech.recognitions", recognizer, r -> r.status().open())
          .description("Recognitions in progress")
          .register(meters);
      Gauge.builder("hotline.speech.recognisers", recognizer, r -> r.status().created())
          .description("Recognisers that exist, idle ones included")
          .register(meters);
      FunctionCounter.builder(
              "hotline.speech.decoding", recognizer, r -> seconds(r.figures().decoding()))
          .baseUnit("seconds")
          .description("Time that decoding threads were at work")
          .register(meters);
      FunctionCounter.builder("hotline.speech.sound", recognizer, r -> seconds(r.figures().sound()))
          .baseUnit("seconds")
          .description("Sound that was decoded")
          .register(meters);
      FunctionCounter.builder("hotline.speech.refused", recognizer, r -> r.figures().refused())
          .description("Free recognitions left to the transcription after the call")
          .register(meters);
    };
  }

  /** Counters must not fall when the telephone closes, but then nobody asks any more. */
  private static ToDoubleFunction<TelephoneStart> of(ToDoubleFunction<TelephoneFigures> figure) {
    return telephone -> telephone.figures().map(figure::applyAsDouble).orElse(0.0);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
