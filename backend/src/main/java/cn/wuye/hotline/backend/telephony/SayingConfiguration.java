package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the hotline says; also for the console of a node that answers no calls. */
@Configuration(proxyBeanMethods = false)
class SayingConfiguration {
  @Bean
  PromptCatalogue promptCatalogue(TelephonyProperties telephony) {
    return PromptCatalogue.shipped(telephony.name());
  }

  /** The catalogue as it is now: its words may be edited. */
  @Bean
  Supplier<PromptCatalogue> catalogueInUse(PromptCatalogue catalogue) {
    return () -> catalogue;
  }

  /** Its missing files are made before the first call is answered. */
  @Bean
  EspeakPrompts promptAudio(
      HotlineProperties hotline, TelephonyProperties telephony, PromptCatalogue catalogue) {
    Path home = hotline.home().toAbsolutePath();
    Optional<Path> recordings =
        Optional.of(telephony.recordedPrompts()).filter(own -> !own.isBlank()).map(Path::of);
    EspeakPrompts prompts = EspeakPrompts.in(home.resolve("prompts"), recordings);
    if (telephony.enabled()) {
      prompts.prepare(catalogue.fixed());
    }
    return prompts;
  }
}
