package cn.wuye.hotline.backend.ticket;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what a ticket is found by. */
@Component
class SearchTerms {
  private final JdbcClient jdbc;

  SearchTerms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void write(Ticket ticket) {
    String terms = Bigrams.words(ticket.contents().text());
    jdbc.sql(
            "INSERT INTO ticket_search (ticket, terms) VALUES (:ticket, :terms)"
                + " ON DUPLICATE KEY UPDATE terms = :terms")
        .param("ticket", ticket.number().value())
        .param("terms", terms)
        .update();
  }
}
