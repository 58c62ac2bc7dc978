package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@link Additions}. */
@Component
class AdditionRows {
  private final JdbcClient jdbc;

  AdditionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<TicketNumber> ticketOf(CallId call) {
    return jdbc.sql("SELECT ticket FROM call_addition WHERE call_id = :call")
        .param("call", call.value())
        .query((row, n) -> new TicketNumber(row.getLong("ticket")))
        .optional();
  }

  Optional<String> textOf(CallId call) {
    return jdbc.sql("SELECT text FROM call_addition WHERE call_id = :call FOR UPDATE")
        .param("call", call.value())
        .query(String.class)
        .optional();
  }

  /** The calls that add to a ticket, the first first. */
  List<CallId> callsOf(TicketNumber ticket) {
    return jdbc.sql(
            "SELECT call_id FROM call_addition WHERE ticket = :ticket ORDER BY called_at, call_id")
        .param("ticket", ticket.value())
        .query((row, n) -> new CallId(row.getString("call_id")))
        .list();
  }

  void insert(TicketNumber ticket, Addition addition) {
    jdbc.sql(
            "INSERT INTO call_addition (call_id, ticket, text, unfinished, needs_transcript, called_at)"
                + " VALUES (:call, :ticket, :text, :unfinished, :transcript, :at)")
        .param("call", addition.call().value())
        .param("ticket", ticket.value())
        .param("text", addition.text())
        .param("unfinished", addition.unfinished())
        .param("transcript", addition.needsTranscript())
        .param("at", Utc.column(addition.calledAt()))
        .update();
  }

  void update(CallId call, String text, boolean unfinished, boolean needsTranscript) {
    jdbc.sql(
            "UPDATE call_addition SET text = :text, unfinished = :unfinished,"
                + " needs_transcript = :transcript WHERE call_id = :call")
        .param("call", call.value())
        .param("text", text)
        .param("unfinished", unfinished)
        .param("transcript", needsTranscript)
        .update();
  }
}
