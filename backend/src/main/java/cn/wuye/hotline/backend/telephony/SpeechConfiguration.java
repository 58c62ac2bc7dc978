package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.intake.Understanding;
import cn.wuye.hotline.backend.wording.CompanyName;
import cn.wuye.hotline.backend.wording.LiveWording;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.vosk.Vosk;
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
  CompanyName companyName(TelephonyProperties telephony) {
    return new CompanyName(telephony.name());
  }

  @Bean
  Understanding understanding(LiveWording wording) {
    return text -> wording.get().intents().read(text).orElse(Intent.UNKNOWN);
  }

  @Bean
  HealthIndicator speechHealthIndicator(SpeechRecognizer recognizer) {
    return TelephonyHealth.speech(recognizer);
  }
}
