package cn.wuye.hotline.backend.call;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** What was said and heard. */
@Component
class CallTurns {
  // TEXT holds 65,535 bytes; a character takes at most four.
  private static final int MAX_TEXT = 16_000;

  private final NamedParameterJdbcTemplate jdbc;

  CallTurns(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void replace(CallId call, List<Turn> turns) {
    jdbc.update(
        "DELETE FROM call_turn WHERE call_id = :call",
        new MapSqlParameterSource("call", call.value()));
    SqlParameterSource[] rows = new SqlParameterSource[turns.size()];
    for (int i = 0; i < rows.length; i++) {
      Turn turn = turns.get(i);
      rows[i] =
          new MapSqlParameterSource("call", call.value())
              .addValue("position", i)
              .addValue("who", code(turn.who()))
              .addValue("kind", code(turn.kind()))
              .addValue("text", Text.fitted(turn.text(), MAX_TEXT))
              .addValue("key", turn.key())
              .addValue("from", turn.from().toMillis())
              .addValue("to", turn.to().toMillis());
    }
    jdbc.batchUpdate(
        "INSERT INTO call_turn (call_id, position, who, kind, text, prompt_key, from_ms, to_ms)"
            + " VALUES (:call, :position, :who, :kind, :text, :key, :from, :to)",
        rows);
  }

  List<Turn> of(CallId call) {
    return jdbc.query(
        "SELECT who, kind, text, prompt_key, from_ms, to_ms FROM call_turn"
            + " WHERE call_id = :call ORDER BY position",
        new MapSqlParameterSource("call", call.value()),
        (row, n) ->
            new Turn(
                Turn.Who.valueOf(constant(row.getString("who"))),
                Turn.Kind.valueOf(constant(row.getString("kind"))),
                row.getString("text"),
                row.getString("prompt_key"),
                Duration.ofMillis(row.getLong("from_ms")),
                Duration.ofMillis(row.getLong("to_ms"))));
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String constant(String code) {
    return code.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
