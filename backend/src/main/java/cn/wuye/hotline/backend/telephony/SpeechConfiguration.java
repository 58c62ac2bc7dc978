package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.intake.Understanding;
import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.vosk.Vosk;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hearing and understanding; also for recordings, on a node that answers no calls. */
@Configuration(proxyBeanMethods = false)
class SpeechConfiguration {
  @Bean
  SpeechRecognizer speechRecognizer(SpeechProperties speech) {
    return Vosk.open(speech.vosk());
  }

  @Bean
  EmergencyWords emergencyWords() {
    return EmergencyWords.shipped();
  }

  @Bean
  Understanding understanding(EmergencyWords emergencies) {
    IntentReader reader = IntentReader.shipped(emergencies);
    return text -> reader.read(text).orElse(Intent.UNKNOWN);
  }

  @Bean
  HealthIndicator speechHealthIndicator(SpeechRecognizer recognizer) {
    return TelephonyHealth.speech(recognizer);
  }

  @Bean
  MeterBinder speechMeters(SpeechRecognizer recognizer) {
    return TelephonyMeters.speech(recognizer);
  }
}
