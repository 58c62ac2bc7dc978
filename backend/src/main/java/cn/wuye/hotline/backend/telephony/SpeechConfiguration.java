package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.intake.Understanding;
import cn.wuye.hotline.backend.model.ActivationBox;
import cn.wuye.hotline.backend.model.ModelRole;
import cn.wuye.hotline.backend.model.ModelStore;
import cn.wuye.hotline.backend.wording.CompanyName;
import cn.wuye.hotline.backend.wording.LiveWording;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.learning.LearnedSpeech;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SwitchableSpeech;
import cn.wuye.hotline.ivr.speech.remote.ChosenSpeech;
import cn.wuye.hotline.ivr.speech.vosk.Vosk;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Hearing and understanding; also for recordings, on a node that answers no calls. */
@Configuration(proxyBeanMethods = false)
class SpeechConfiguration {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(5);

  /** A model of their own for recordings after the call is found by its link. */
  @Bean
  SwitchableSpeech nodeSpeech(SpeechProperties speech, ModelStore models) {
    SwitchableSpeech switchable = new SwitchableSpeech(Vosk.open(speech.vosk()));
    Path recordings = models.link(ModelRole.RECORDINGS);
    if (Files.isDirectory(recordings)) {
      SpeechRecognizer late = Vosk.open(speech.vosk(Optional.of(recordings)));
      switchable.useForRecordings(
          Optional.of(late).filter(model -> model.status().available()), () -> {});
    }
    return switchable;
  }

  /**
   * What everybody uses: the engines that were chosen, behind them this node's own, and beside them
   * what was learned of dialects.
   */
  @Bean
  @Primary
  LearnedSpeech speechRecognizer(
      SwitchableSpeech node, SpeechProperties speech, Directory directory, LiveWording wording) {
    SpeechEngines engines = new SpeechEngines(speech);
    Function<Call, String> dialects = call -> directory.dialect(call.caller());
    return new LearnedSpeech(
        new ChosenSpeech(node, engines.all(), engines.choice(), dialects),
        () -> wording.get().learned(),
        dialects,
        words -> wording.get().emergencies().spotted(words).isPresent());
  }

  @Bean
  ModelStore modelStore(HotlineProperties hotline) {
    return new ModelStore(hotline.home());
  }

  /** Looks often: somebody waits at a command line. */
  @Bean
  Periodically modelWatch(
      SwitchableSpeech speech, ModelStore models, HotlineProperties hotline, SpeechProperties how) {
    ModelSwitch change =
        new ModelSwitch(
            speech,
            models,
            new ActivationBox(hotline.home()),
            folder -> Vosk.open(how.vosk(Optional.of(folder))),
            how.model());
    Periodically watch = new Periodically("model-watch", LOOK, change::look);
    watch.start();
    return watch;
  }

  @Bean
  Periodically modelAudit(ModelStore models, Audit audit, DatabaseGate gate) {
    ModelAudit told = new ModelAudit(models.changes(), audit, gate);
    Periodically rounds = new Periodically("model-audit", TOLD_WITHIN, told::round);
    rounds.start();
    return rounds;
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
  HealthIndicator speechHealthIndicator(SpeechRecognizer recognizer, Clock clock) {
    return TelephonyHealth.speech(recognizer, clock.instant());
  }

  @Bean
  MeterBinder speechMeters(SpeechRecognizer recognizer) {
    return TelephonyMeters.speech(recognizer);
  }
}
