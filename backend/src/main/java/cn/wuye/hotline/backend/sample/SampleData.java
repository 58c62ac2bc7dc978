package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the sample world into a database that holds nothing else; all of it or none of it. */
@Component
class SampleData {
  private static final Logger log = LoggerFactory.getLogger(SampleData.class);
  private static final List<String> MUST_BE_EMPTY =
      List.of(
          "estate",
          "resident",
          "ticket",
          "call_record",
          "recording",
          "duty_entry",
          "knowledge_article");

  private final JdbcClient jdbc;
  private final SampleWriter writer;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SampleSize size;

  SampleData(
      JdbcClient jdbc,
      SampleWriter writer,
      PlatformTransactionManager transactions,
      Clock clock,
      SampleProperties properties) {
    this.jdbc = jdbc;
    this.writer = writer;
    this.clock = clock;
    this.size = properties.size();
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setTimeout(300);
  }

  /** How the wish for sample data ended. */
  enum Outcome {
    LOADED,
    /** It was loaded before; nothing was changed. */
    THERE_ALREADY,
    /** The database holds something else; nothing was changed. */
    REFUSED
  }

  Outcome load() {
    if (count("sample_mark") > 0) {
      log.info("sample data is there already; nothing to do");
      return Outcome.THERE_ALREADY;
    }
    for (String table : MUST_BE_EMPTY) {
      long rows = count(table);
      if (rows > 0) {
        log.error(
            "sample data NOT loaded: this database already holds data of its own ({} rows in {})."
                + " Sample data goes only into an empty database; start without --sample,"
                + " or with another database",
            rows,
            table);
        return Outcome.REFUSED;
      }
    }
    return write();
  }

  private Outcome write() {
    Instant start = clock.instant();
    SampleWorld world = SampleWorld.made(start, size);
    try {
      transaction.executeWithoutResult(status -> markAndWrite(world, start));
    } catch (DuplicateKeyException otherNode) {
      log.info("sample data was loaded by another node at the same moment");
      return Outcome.THERE_ALREADY;
    }
    log.info(
        "sample data loaded: {} estates, {} residents, {} tickets in {} ms",
        SampleEstate.ALL.size(),
        world.residents().size(),
        world.tickets().size(),
        Duration.between(start, clock.instant()).toMillis());
    return Outcome.LOADED;
  }

  // The mark first: a second node that starts at the same moment waits here, and then finds it.
  private void markAndWrite(SampleWorld world, Instant now) {
    jdbc.sql("INSERT INTO sample_mark (id, loaded_at) VALUES (1, ?)")
        .param(Utc.column(now))
        .update();
    writer.write(world);
  }

  private long count(String table) {
    return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
  }
}
