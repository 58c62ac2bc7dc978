package cn.wuye.hotline.backend.prompt;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class PromptConfiguration {
  /** A node that answers calls also makes the files anew that Asterisk plays by itself. */
  @Bean
  Refresher promptRefresher(
      PromptRecordings recordings,
      EspeakPrompts prompts,
      Supplier<PromptCatalogue> catalogue,
      DatabaseGate gate,
      HotlineProperties hotline,
      PromptProperties properties,
      @Value("${hotline.telephony.enabled:true}") boolean answersCalls) {
    PromptSync sync =
        new PromptSync(
            recordings,
            gate,
            hotline.home().toAbsolutePath().resolve("prompts"),
            () -> {
              prompts.reload();
              if (answersCalls) {
                prompts.prepare(catalogue.get().fixed());
              }
            });
    return new Refresher(new Periodically("prompts", properties.refresh(), sync::refresh));
  }

  /** Looks at once when the database is there for the first time, and when asked to. */
  record Refresher(Periodically work) implements AutoCloseable {
    Refresher {
      work.start();
    }

    void now() {
      work.now();
    }

    @EventListener
    @Order
    void on(SchemaReady ready) {
      work.now();
    }

    @Override
    public void close() {
      work.close();
    }
  }
}
