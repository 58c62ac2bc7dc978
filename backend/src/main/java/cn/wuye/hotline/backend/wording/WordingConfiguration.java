package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.call.Corrections;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class WordingConfiguration {
  @Bean
  WordingFile wordingFile(HotlineProperties hotline, CompanyName company) {
    return new WordingFile(hotline.home().resolve("cache/wording.json"), company);
  }

  @Bean
  LiveWording liveWording(WordingFile file) {
    return new LiveWording(file.read());
  }

  @Bean
  VersionStore versionStore(JdbcClient jdbc) {
    return new VersionStore(jdbc);
  }

  /** A node without a telephone has no sound to prepare. */
  @Bean
  WordingRefresh wordingRefresh(
      VersionStore store,
      LiveWording live,
      WordingFile file,
      ObjectProvider<WordingAudio> audio,
      CompanyName company,
      DatabaseGate gate) {
    return new WordingRefresh(
        store, live, file, audio.getIfAvailable(() -> wording -> {}), company, gate);
  }

  @Bean
  WordingHealth wordingHealthIndicator(LiveWording live, WordingRefresh refresh) {
    return new WordingHealth(live, refresh);
  }

  @Bean
  WordingReview wordingReview(
      CompanyName company, Categories categories, Estates estates, SpeechRecognizer recognizer) {
    return new WordingReview(company, categories, estates, recognizer);
  }

  @Bean
  NameReview nameReview(SpeechRecognizer recognizer) {
    return new NameReview(recognizer);
  }

  @Bean
  WordingDesk wordingDesk(
      VersionStore store,
      WordingReview review,
      ObjectProvider<WordingAudio> audio,
      WordingRefresh refresh,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    return new WordingDesk(
        store,
        review,
        audio.getIfAvailable(() -> wording -> {}),
        refresh,
        transactions,
        audit,
        clock);
  }

  @Bean
  LearnedDesk learnedDesk(WordingDesk desk) {
    return new LearnedDesk(desk);
  }

  @Bean
  MisheardDesk misheardDesk(
      WordingDesk desk,
      Corrections corrections,
      JdbcClient jdbc,
      Transactions transactions,
      Audit audit,
      Clock clock,
      WordingProperties properties) {
    return new MisheardDesk(
        desk,
        corrections,
        new Refusals(jdbc),
        transactions,
        audit,
        clock,
        properties.misheardCalls());
  }

  @Bean
  TryDesk tryDesk(WordingDesk desk, Directory directory, SpeechRecognizer recognizer, Clock clock) {
    return new TryDesk(desk, directory, clock, recognizer);
  }

  @Bean
  Refresher wordingRefresher(WordingRefresh refresh, WordingProperties properties) {
    return new Refresher(new Periodically("wording", properties.refresh(), refresh::round));
  }

  /** Refreshes also as soon as the database is there for the first time. */
  record Refresher(Periodically work) implements AutoCloseable {
    Refresher {
      work.start();
    }

    @EventListener
    void on(SchemaReady ready) {
      work.now();
    }

    @Override
    public void close() {
      work.close();
    }
  }
}
