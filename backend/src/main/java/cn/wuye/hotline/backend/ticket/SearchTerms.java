package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.search.SearchDocument;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what a ticket is found by. */
@Component
class SearchTerms {
  private final JdbcClient jdbc;
  private final Timeline timeline;

  SearchTerms(JdbcClient jdbc, Timeline timeline) {
    this.jdbc = jdbc;
    this.timeline = timeline;
  }

  /** Of a ticket that is opened, in the same transaction: nothing has been transcribed for it. */
  void enter(Ticket ticket) {
    write(ticket, SearchDocument.of(source(ticket, List.of())));
  }

  /** In the transaction of the change itself. */
  void write(Ticket ticket) {
    write(ticket, SearchDocument.of(source(ticket)));
  }

  private void write(Ticket ticket, SearchDocument document) {
    jdbc.sql(
            "INSERT INTO ticket_search (ticket, terms, body, made_by)"
                + " VALUES (:ticket, :terms, :body, :version)"
                + " ON DUPLICATE KEY UPDATE terms = :terms, body = :body, made_by = :version")
        .param("ticket", ticket.number().value())
        .param("terms", document.terms())
        .param("body", document.body())
        .param("version", SearchDocument.VERSION)
        .update();
  }

  /**
   * Writes it if it is not what this release makes of the ticket, and nobody else is about to.
   *
   * @return whether it was another
   */
  boolean renew(Ticket ticket) {
    SearchDocument document = SearchDocument.of(source(ticket));
    boolean same =
        jdbc.sql(
                "SELECT terms = :terms AND body <=> :body FROM ticket_search WHERE ticket = :ticket")
            .param("ticket", ticket.number().value())
            .param("terms", document.terms())
            .param("body", document.body())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (!same) {
      write(ticket);
    }
    return !same;
  }

  private SearchDocument.Source source(Ticket ticket) {
    return source(ticket, timeline.transcripts(ticket.number()));
  }

  private static SearchDocument.Source source(Ticket ticket, List<String> transcripts) {
    Contents contents = ticket.contents();
    TicketPlace place = contents.place();
    EstateId estate = place.estateId();
    Reporter reporter = contents.reporter();
    List<String> texts = new ArrayList<>(transcripts);
    texts.add(0, contents.text());
    texts.add(place.words());
    texts.add(reporter.name());
    ticket.origin().importedNumber().ifPresent(texts::add);
    return new SearchDocument.Source(
        ticket.number().value(),
        estate == null ? null : estate.value(),
        place.building(),
        place.unit(),
        place.room(),
        reporter.phone() == null ? null : reporter.phone().digits(),
        texts);
  }
}
