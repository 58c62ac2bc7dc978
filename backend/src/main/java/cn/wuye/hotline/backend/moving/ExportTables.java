package cn.wuye.hotline.backend.moving;

import static cn.wuye.hotline.backend.moving.TicketExport.text;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.moving.table.CsvOut;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of an export, each read page by page in an order that never changes. */
@Component
class ExportTables {
  /** Later calls about a ticket that was open already. */
  static final String ADDITIONS = "补充来电";

  private static final int PAGE = 1_000;

  private final JdbcClient jdbc;

  ExportTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A table that writes itself. */
  interface Table {
    String name();

    void write(OutputStream out) throws IOException;
  }

  /** Turns a row into cells. */
  interface RowCells {
    List<String> of(ResultSet row) throws SQLException;
  }

  /**
   * A table by one statement. Joins are straight where they could be turned round: the other way
   * every page would sort all rows anew.
   *
   * @param sql with {@code :after} and {@code :limit}, ordered by the key
   * @param key column to go on after; empty string: all rows come at once
   */
  private record Query(
      JdbcClient jdbc,
      String name,
      List<String> headers,
      String sql,
      Map<String, Object> parameters,
      String key,
      Object first,
      RowCells cells)
      implements Table {
    private record Row(Object key, List<String> cells) {}

    @Override
    public void write(OutputStream out) throws IOException {
      CsvOut csv = CsvOut.to(out);
      csv.row(headers);
      Object after = first;
      List<Row> page;
      do {
        page = page(after);
        for (Row row : page) {
          csv.row(row.cells());
          after = row.key();
        }
      } while (!key.isEmpty() && page.size() == PAGE);
      csv.flush();
    }

    private List<Row> page(Object after) {
      JdbcClient.StatementSpec query = jdbc.sql(sql).params(parameters);
      if (!key.isEmpty()) {
        query = query.param("after", after).param("limit", PAGE);
      }
      return query
          .query((row, n) -> new Row(key.isEmpty() ? "" : row.getObject(key), cells.of(row)))
          .list();
    }
  }

  /**
   * Joins the ticket {@code t} of a call: its own one, or the one that it added to.
   *
   * @param callId the column that names the call
   */
  private static String ofCall(String callId) {
    return " LEFT JOIN ticket own ON own.call_id = %1$s LEFT JOIN call_addition a ON a.call_id = %1$s LEFT JOIN ticket t ON t.number = COALESCE(own.number, a.ticket)"
        .formatted(callId);
  }

  Reader reader(EstateScope scope, boolean numbers) {
    return new Reader(scope, numbers);
  }

  /** The tables as one user may see them. */
  final class Reader {
    private final EstateScope scope;
    private final boolean numbers;

    Reader(EstateScope scope, boolean numbers) {
      this.scope = scope;
      this.numbers = numbers;
    }

    List<Table> tables() {
      return List.of(
          estates(),
          buildings(),
          residents(),
          duty(),
          tickets(),
          timeline(),
          calls(),
          additions(),
          turns(),
          transcripts(),
          recordings());
    }

    private Table estates() {
      return whole(
          Sheet.ESTATES,
          "SELECT e.* FROM estate e WHERE {e.id} ORDER BY e.position, e.id",
          row ->
              List.of(
                  text(row, "name"),
                  text(row, "aliases").replace('|', ';'),
                  text(row, "position"),
                  text(row, "person_from_age"),
                  text(row, "dialect")));
    }

    private Table buildings() {
      return whole(
          Sheet.BUILDINGS,
          "SELECT e.name, b.name AS building FROM building b JOIN estate e ON e.id = b.estate_id"
              + " WHERE {e.id} ORDER BY e.position, e.id, b.position",
          row -> List.of(text(row, "name"), text(row, "building")));
    }

    private Table duty() {
      return whole(
          Sheet.DUTY,
          "SELECT e.name AS estate_name, d.* FROM duty_entry d"
              + " LEFT JOIN estate e ON e.id = d.estate_id WHERE {d.estate_id}"
              + " ORDER BY e.position, e.id, d.role, d.position, d.id",
          row ->
              List.of(
                  text(row, "estate_name"),
                  text(row, "role"),
                  text(row, "position"),
                  text(row, "name"),
                  shown(row.getString("number"))));
    }

    private Table residents() {
      return new ResidentPages(
          jdbc, scoped("{d.estate_id}"), parameters("{d.estate_id}"), number -> shown(number));
    }

    private Table tickets() {
      return paged(
          Sheet.TICKETS.zh(),
          Export.headers(Sheet.TICKETS),
          TicketExport.SELECT
              + " WHERE t.number > :after AND {t.estate_id} ORDER BY t.number LIMIT :limit",
          "number",
          0L,
          row -> TicketExport.cells(row, this::shown));
    }

    private Table timeline() {
      return paged(
          "工单历史",
          List.of("来源系统", "原工单号", "时间", "事件", "操作人", "详情"),
          "SELECT ev.*, t.origin_key FROM ticket_event ev STRAIGHT_JOIN ticket t ON t.number = ev.ticket"
              + " WHERE ev.id > :after AND {t.estate_id} ORDER BY ev.id LIMIT :limit",
          "id",
          0L,
          row -> {
            TicketExport.OldName name =
                TicketExport.OldName.of(text(row, "origin_key"), text(row, "ticket"));
            return List.of(
                name.source(),
                name.number(),
                time(row, "happened_at"),
                text(row, "kind"),
                text(row, "actor"),
                text(row, "details"));
          });
    }

    private Table calls() {
      return paged(
          "通话",
          List.of("通话", "来电号码", "拨打号码", "节点", "接听时间", "结束时间", "工单号"),
          "SELECT c.*, t.number AS ticket FROM call_record c"
              + ofCall("c.call_id")
              + " WHERE c.call_id > :after AND {t.estate_id} ORDER BY c.call_id LIMIT :limit",
          "call_id",
          "",
          row ->
              List.of(
                  text(row, "call_id"),
                  shown(row.getString("caller")),
                  text(row, "dialled"),
                  text(row, "node"),
                  time(row, "answered_at"),
                  time(row, "ended_at"),
                  text(row, "ticket")));
    }

    private Table additions() {
      return paged(
          ADDITIONS,
          List.of("通话", "来源系统", "原工单号", "时间", "内容", "未说完"),
          "SELECT a.*, t.origin_key FROM call_addition a STRAIGHT_JOIN ticket t ON t.number = a.ticket"
              + " WHERE a.call_id > :after AND {t.estate_id} ORDER BY a.call_id LIMIT :limit",
          "call_id",
          "",
          row -> {
            TicketExport.OldName name =
                TicketExport.OldName.of(text(row, "origin_key"), text(row, "ticket"));
            return List.of(
                text(row, "call_id"),
                name.source(),
                name.number(),
                time(row, "called_at"),
                text(row, "text"),
                row.getBoolean("unfinished") ? "true" : "");
          });
    }

    // By call and turn in one key: neither alone orders them.
    private Table turns() {
      return paged(
          "通话内容",
          List.of("通话", "序号", "谁", "方式", "内容", "从（毫秒）", "到（毫秒）"),
          "SELECT u.*, CONCAT(u.call_id, '/', LPAD(u.position, 8, '0')) AS turn_key FROM call_turn u"
              + ofCall("u.call_id")
              + " WHERE u.call_id >= SUBSTRING_INDEX(:after, '/', 1)"
              + " AND CONCAT(u.call_id, '/', LPAD(u.position, 8, '0')) > :after AND {t.estate_id}"
              + " ORDER BY u.call_id, u.position LIMIT :limit",
          "turn_key",
          "",
          row ->
              List.of(
                  text(row, "call_id"),
                  text(row, "position"),
                  text(row, "who"),
                  text(row, "kind"),
                  text(row, "text"),
                  text(row, "from_ms"),
                  text(row, "to_ms")));
    }

    private Table transcripts() {
      return paged(
          "转写",
          List.of("通话", "录音", "引擎", "语言", "文字", "时间"),
          "SELECT x.*, r.call_id, r.kind FROM transcript x STRAIGHT_JOIN recording r ON r.id = x.recording_id"
              + ofCall("r.call_id")
              + " WHERE x.id > :after AND {t.estate_id} ORDER BY x.id LIMIT :limit",
          "id",
          0L,
          row ->
              List.of(
                  text(row, "call_id"),
                  text(row, "kind"),
                  text(row, "engine"),
                  text(row, "language"),
                  text(row, "text"),
                  time(row, "created_at")));
    }

    private Table recordings() {
      return paged(
          "录音",
          List.of("通话", "录音", "存储位置", "字节", "毫秒", "SHA-256", "开始时间"),
          "SELECT r.* FROM recording r"
              + ofCall("r.call_id")
              + " WHERE r.id > :after AND {t.estate_id} ORDER BY r.id LIMIT :limit",
          "id",
          0L,
          row ->
              List.of(
                  text(row, "call_id"),
                  text(row, "kind"),
                  text(row, "storage_key"),
                  text(row, "bytes"),
                  text(row, "duration_ms"),
                  text(row, "sha256"),
                  time(row, "recorded_at")));
    }

    private Table whole(Sheet sheet, String sql, RowCells cells) {
      return new Query(
          jdbc, sheet.zh(), Export.headers(sheet), scoped(sql), parameters(sql), "", "", cells);
    }

    private Table paged(
        String name, List<String> headers, String sql, String key, Object first, RowCells cells) {
      return new Query(jdbc, name, headers, scoped(sql), parameters(sql), key, first, cells);
    }

    /** Puts the scope in for {@code {column}}. */
    private String scoped(String sql) {
      String condition = ScopeCondition.of(scope, column(sql), new HashMap<>());
      return sql.replace("{" + column(sql) + "}", condition.isEmpty() ? "TRUE" : condition);
    }

    private Map<String, Object> parameters(String sql) {
      Map<String, Object> parameters = new HashMap<>();
      ScopeCondition.of(scope, column(sql), parameters);
      return parameters;
    }

    private static String column(String sql) {
      return sql.substring(sql.indexOf('{') + 1, sql.indexOf('}'));
    }

    private static String time(ResultSet row, String column) throws SQLException {
      Instant moment = Utc.instantOrNull(row, column);
      return moment == null ? "" : Times.write(moment);
    }

    /** Several numbers are separated by ';'. */
    private String shown(@Nullable String number) {
      if (number == null || numbers) {
        return number == null ? "" : number;
      }
      return Arrays.stream(number.split(";"))
          .map(one -> new PhoneNumber(one).masked())
          .collect(Collectors.joining(";"));
    }
  }
}
