package cn.wuye.hotline.backend.ticket;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what a ticket is found by. */
@Component
public class SearchTerms {
  private static final String IMPORTED = "import:";

  private final JdbcClient jdbc;

  SearchTerms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void write(Ticket ticket) {
    String terms = of(ticket.origin().key(), ticket.contents().text());
    jdbc.sql(
            "INSERT INTO ticket_search (ticket, terms) VALUES (:ticket, :terms)"
                + " ON DUPLICATE KEY UPDATE terms = :terms")
        .param("ticket", ticket.number().value())
        .param("terms", terms)
        .update();
  }

  /** What a ticket is found by: its words, and the number that an older system gave it. */
  public static String of(String originKey, String text) {
    if (!originKey.startsWith(IMPORTED)) {
      return Bigrams.words(text);
    }
    String number = originKey.substring(originKey.indexOf(':', IMPORTED.length()) + 1);
    return Bigrams.words(text + " " + number);
  }
}
