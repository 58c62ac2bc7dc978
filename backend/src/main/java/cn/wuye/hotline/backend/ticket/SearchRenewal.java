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
 */
@Component
class SearchRenewal {
  private static final Logger log = LoggerFactory.getLogger(SearchRenewal.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int BATCH = 200;

  private final JdbcClient jdbc;
  private final TicketRepository tickets;
  private final SearchTerms search;
  private final Transactions transactions;
  private final Periodically rounds = new Periodically("search-renewal", PAUSE, this::renewAll);
  private volatile boolean stopped;

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
