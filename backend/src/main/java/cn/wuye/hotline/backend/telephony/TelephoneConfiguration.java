package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.ivr.agi.EmergencySpotter;
import cn.wuye.hotline.ivr.agi.TelephoneParts;
import cn.wuye.hotline.ivr.agi.TelephoneServer;
import cn.wuye.hotline.ivr.agi.TelephoneSettings;
import cn.wuye.hotline.ivr.dialog.ComplaintDialog;
import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.port.CallLog;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.PhoneRinger;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.originate.Originator;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The telephone itself. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
class TelephoneConfiguration {
  @Bean
  PromptCatalogue promptCatalogue(TelephonyProperties telephony) {
    return PromptCatalogue.shipped(telephony.name());
  }

  /** Its missing files are made before the first call is answered. */
  @Bean
  EspeakPrompts promptAudio(
      HotlineProperties hotline, TelephonyProperties telephony, PromptCatalogue catalogue) {
    Path home = hotline.home().toAbsolutePath();
    Optional<Path> recordings =
        Optional.of(telephony.recordedPrompts()).filter(own -> !own.isBlank()).map(Path::of);
    EspeakPrompts prompts = EspeakPrompts.in(home.resolve("prompts"), recordings);
    prompts.prepare(catalogue.fixed());
    return prompts;
  }

  @Bean
  PhoneRinger phoneRinger(
      Originator originator, PromptAudio prompts, TelephonyProperties telephony) {
    return new RouterRinger(originator::originate, prompts, telephony.number());
  }

  @Bean
  ComplaintDialog complaintDialog(
      TicketDesk desk,
      Directory directory,
      PromptCatalogue catalogue,
      EmergencyWords emergencies,
      Clock clock) {
    return new ComplaintDialog(desk, directory, catalogue, emergencies, clock);
  }

  @Bean(destroyMethod = "")
  TelephoneServer telephoneServer(
      TelephonyProperties telephony,
      HotlineProperties hotline,
      PromptAudio prompts,
      SpeechRecognizer recognizer,
      EmergencyWords emergencies,
      CallLog log,
      PhoneRinger ringer,
      ComplaintDialog dialog,
      Clock clock) {
    TelephoneSettings settings =
        TelephoneSettings.of(
            new InetSocketAddress(telephony.agi().host(), telephony.agi().port()),
            new InetSocketAddress(telephony.audioSocket().host(), telephony.audioSocket().port()),
            hotline.home().toAbsolutePath().resolve("run/agi"));
    return new TelephoneServer(
        settings,
        new TelephoneParts(
            prompts,
            recognizer,
            new EmergencySpotter(emergencies::phrases, emergencies::spotted),
            log,
            ringer,
            dialog::run,
            clock));
  }

  @Bean
  TelephoneStart telephoneStart(TelephoneServer server, TelephonyProperties telephony) {
    return new TelephoneStart(server, telephony.drain());
  }

  @Bean
  HealthIndicator telephoneHealthIndicator(TelephoneStart telephone) {
    return TelephonyHealth.telephone(telephone);
  }

  @Bean
  HealthIndicator amiHealthIndicator(AmiConnection ami) {
    return TelephonyHealth.ami(ami);
  }

  @Bean
  MeterBinder telephoneMeters(TelephoneStart telephone) {
    return TelephonyMeters.telephone(telephone);
  }

  @Bean
  MeterBinder amiMeters(AmiConnection ami) {
    return TelephonyMeters.ami(ami);
  }
}
