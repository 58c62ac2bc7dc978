package cn.wuye.hotline.backend.floor.book;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.floor.Book;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The latest book. While the database is away the last one holds. */
@Component
public class Books {
  private static final Logger log = LoggerFactory.getLogger(Books.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final BookReader reader;
  private final DatabaseGate gate;
  private final Periodically rounds = new Periodically("floor-book", EVERY, this::read);
  private volatile Book book = Book.EMPTY;

  Books(BookReader reader, DatabaseGate gate) {
    this.reader = reader;
    this.gate = gate;
  }

  /** As it was read last. */
  public Book now() {
    return book;
  }

  /** Something was changed here: it is read again at once. */
  public void soon() {
    rounds.now();
  }

  @EventListener
  void start(SchemaReady now) {
    rounds.start();
  }

  @PreDestroy
  void stop() {
    rounds.close();
  }

  private void read() {
    try {
      book = gate.run(reader::read);
    } catch (DatabaseAwayException away) {
      log.debug("queues and agents stay as they were: {}", away.getMessage());
    }
  }
}
