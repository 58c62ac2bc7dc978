package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.search.SearchDocument;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Makes what tickets are found by anew after a release that makes it in another way. Nodes share
 * the work: each takes tickets that no other has in hand.
 *
 * <p>During an upgrade node by node older ones go on writing: most say by which release, and the
 * first ones, which do not, are found by looking at what was changed lately.
 */
@Component
class SearchRenewal {
  private static final Logger log = LoggerFactory.getLogger(SearchRenewal.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int BATCH = 200;

  /** How many of the last changes are looked at after a start. */
  private static final long AT_START = 2_000;

  private final JdbcClient jdbc;
  private final TicketRepository tickets;
  private final SearchTerms search;
  private final Transactions transactions;
  private final Periodically rounds = new Periodically("search-renewal", PAUSE, this::renewAll);
  private volatile boolean stopped;
  // Ids of events. Each is looked at in two rounds: a transaction may have been slow to commit it.
  private long looked = -1;
  private long lookedBefore = -1;

  SearchRenewal(
      JdbcClient jdbc, TicketRepository tickets, SearchTerms search, Transactions transactions) {
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.search = search;
    this.transactions = transactions;
  }

  @EventListener
  void start(SchemaReady now) {
    rounds.start();
  }

  @PreDestroy
  void stop() {
    stopped = true;
    rounds.close();
  }

  void renewAll() {
    try {
      int all = 0;
      for (int some = renew(); some > 0 && !stopped; some = renew()) {
        all += some;
      }
      all += renewChanged();
      if (all > 0) {
        log.info("search words of {} tickets were made anew", all);
      }
    } catch (DataAccessException | TransactionException away) {
      log.info(
          "search words not renewed ({}); tried again in {} min",
          away.getMessage(),
          PAUSE.toMinutes());
    }
  }

  private int renewChanged() {
    long newest =
        jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM ticket_event").query(Long.class).single();
    long from = lookedBefore < 0 ? Math.max(0, newest - AT_START) : lookedBefore;
    List<Long> changed =
        jdbc.sql(
                "SELECT DISTINCT ticket FROM ticket_event WHERE id > :from AND id <= :newest"
                    + " ORDER BY ticket")
            .param("from", from)
            .param("newest", newest)
            .query(Long.class)
            .list();
    int renewed = 0;
    for (long number : changed) {
      if (stopped) {
        return renewed;
      }
      renewed += transactions.run(() -> renewIfStale(number)) ? 1 : 0;
    }
    lookedBefore = looked < 0 ? from : looked;
    looked = newest;
    return renewed;
  }

  private boolean renewIfStale(long number) {
    boolean mine =
        jdbc.sql("SELECT ticket FROM ticket_search WHERE ticket = ? FOR UPDATE SKIP LOCKED")
            .param(number)
            .query(Long.class)
            .optional()
            .isPresent();
    return mine && tickets.findById(new TicketNumber(number)).filter(search::renew).isPresent();
  }

  private int renew() {
    return transactions.run(
        () -> {
          List<Long> old =
              jdbc.sql(
                      "SELECT ticket FROM ticket_search WHERE made_by < :version"
                          + " ORDER BY made_by, ticket LIMIT :batch FOR UPDATE SKIP LOCKED")
                  .param("version", SearchDocument.VERSION)
                  .param("batch", BATCH)
                  .query(Long.class)
                  .list();
          for (long number : old) {
            tickets.findById(new TicketNumber(number)).ifPresent(search::write);
          }
          return old.size();
        });
  }
}
