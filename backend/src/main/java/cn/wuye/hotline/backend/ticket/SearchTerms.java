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

  /** In the transaction of the change itself. */
  void write(TicketNumber number, Contents contents) {
    SearchDocument document = SearchDocument.of(source(number, contents));
    jdbc.sql(
            "INSERT INTO ticket_search (ticket, terms, body, made_by)"
                + " VALUES (:ticket, :terms, :body, :version)"
                + " ON DUPLICATE KEY UPDATE terms = :terms, body = :body, made_by = :version")
        .param("ticket", number.value())
        .param("terms", document.terms())
        .param("body", document.body())
        .param("version", SearchDocument.VERSION)
        .update();
  }

  private SearchDocument.Source source(TicketNumber number, Contents contents) {
    TicketPlace place = contents.place();
    EstateId estate = place.estateId();
    Reporter reporter = contents.reporter();
    List<String> texts = new ArrayList<>(timeline.transcripts(number));
    texts.add(0, contents.text());
    texts.add(place.words());
    texts.add(reporter.name());
    return new SearchDocument.Source(
        number.value(),
        estate == null ? null : estate.value(),
        place.building(),
        place.unit(),
        place.room(),
        reporter.phone() == null ? null : reporter.phone().digits(),
        texts);
  }
}
