package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.wording.LiveWording;
import cn.wuye.hotline.backend.wording.WordingAudio;
import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import cn.wuye.hotline.ivr.wording.Wording;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the hotline says; also for the console of a node that answers no calls. */
@Configuration(proxyBeanMethods = false)
class SayingConfiguration {
  /** The catalogue as it is now: its words may be edited. */
  @Bean
  Supplier<PromptCatalogue> catalogueInUse(LiveWording wording) {
    return () -> wording.get().catalogue();
  }

  /** Its missing files are made before the first call is answered. */
  @Bean
  EspeakPrompts promptAudio(
      HotlineProperties hotline, TelephonyProperties telephony, LiveWording wording) {
    Path home = hotline.home().toAbsolutePath();
    Optional<Path> recordings =
        Optional.of(telephony.recordedPrompts()).filter(own -> !own.isBlank()).map(Path::of);
    EspeakPrompts prompts = EspeakPrompts.in(home.resolve("prompts"), recordings);
    if (telephony.enabled()) {
      prepare(prompts, wording.get());
    }
    return prompts;
  }

  /** A version's sound is there before the version is. */
  @Bean
  @ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
  WordingAudio wordingAudio(EspeakPrompts prompts) {
    return wording -> prepare(prompts, wording);
  }

  private static void prepare(EspeakPrompts prompts, Wording wording) {
    prompts.prepare(wording.catalogue().fixed());
    wording.spokenLines().forEach(prompts::pcm);
  }
}
