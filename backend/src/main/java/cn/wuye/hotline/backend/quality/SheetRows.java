package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of sheets and disputes. */
@Component
class SheetRows {
  private final JdbcClient jdbc;
  private final CriteriaBook book;

  SheetRows(JdbcClient jdbc, CriteriaBook book) {
    this.jdbc = jdbc;
    this.book = book;
  }

  void add(long item, int number, Filled filled, int score, String by, Instant now) {
    jdbc.sql(
            "INSERT INTO quality_sheet (item_id, number, criteria, score, remark, written_by,"
                + " written_at) VALUES (:item, :number, :criteria, :score, :remark, :by, :now)")
        .param("item", item)
        .param("number", number)
        .param("criteria", filled.criteria())
        .param("score", score)
        .param("remark", filled.remark().strip())
        .param("by", by)
        .param("now", Utc.column(now))
        .update();
    for (Mark mark : filled.marks()) {
      jdbc.sql(
              "INSERT INTO quality_mark (item_id, number, position, points, remark)"
                  + " VALUES (:item, :number, :position, :points, :remark)")
          .param("item", item)
          .param("number", number)
          .param("position", mark.position())
          .param("points", mark.points())
          .param("remark", mark.remark().strip())
          .update();
    }
  }

  /** The first first. */
  List<Sheet> of(long item) {
    List<Sheet> bare =
        jdbc.sql(
                "SELECT number, criteria, score, remark, written_by, written_at FROM quality_sheet"
                    + " WHERE item_id = ? ORDER BY number")
            .param(item)
            .query(SheetRows::sheet)
            .list();
    return bare.stream()
        .map(
            sheet ->
                new Sheet(
                    sheet.number(),
                    book.of(sheet.criteria().version()).orElseThrow(),
                    marks(item, sheet.number()),
                    sheet.score(),
                    sheet.remark(),
                    sheet.by(),
                    sheet.at()))
        .toList();
  }

  private static Sheet sheet(ResultSet row, int n) throws SQLException {
    return new Sheet(
        row.getInt("number"),
        new Criteria(row.getInt("criteria"), List.of()),
        List.of(),
        row.getInt("score"),
        Objects.requireNonNull(row.getString("remark")),
        Objects.requireNonNull(row.getString("written_by")),
        Utc.instant(row, "written_at"));
  }

  private List<Mark> marks(long item, int number) {
    return jdbc.sql(
            "SELECT position, points, remark FROM quality_mark"
                + " WHERE item_id = :item AND number = :number ORDER BY position")
        .param("item", item)
        .param("number", number)
        .query(
            (row, n) ->
                new Mark(
                    row.getInt("position"),
                    row.getInt("points"),
                    Objects.requireNonNull(row.getString("remark"))))
        .list();
  }

  void dispute(long item, String reason, String by, Instant now) {
    jdbc.sql(
            "INSERT INTO quality_dispute (item_id, reason, raised_by, raised_at)"
                + " VALUES (:item, :reason, :by, :now)")
        .param("item", item)
        .param("reason", reason)
        .param("by", by)
        .param("now", Utc.column(now))
        .update();
  }

  void answer(long item, boolean changed, String answer, String by, Instant now) {
    jdbc.sql(
            "UPDATE quality_dispute SET changed = :changed, answer = :answer, answered_by = :by,"
                + " answered_at = :now WHERE item_id = :item")
        .param("changed", changed)
        .param("answer", answer)
        .param("by", by)
        .param("now", Utc.column(now))
        .param("item", item)
        .update();
  }

  Optional<Dispute> disputeOf(long item) {
    return jdbc.sql("SELECT * FROM quality_dispute WHERE item_id = ?")
        .param(item)
        .query(SheetRows::dispute)
        .optional();
  }

  private static Dispute dispute(ResultSet row, int n) throws SQLException {
    boolean changed = row.getBoolean("changed");
    Boolean outcome = row.wasNull() ? null : changed;
    return new Dispute(
        Objects.requireNonNull(row.getString("reason")),
        Objects.requireNonNull(row.getString("raised_by")),
        Utc.instant(row, "raised_at"),
        outcome,
        Objects.requireNonNull(row.getString("answer")),
        Objects.requireNonNullElse(row.getString("answered_by"), ""),
        Utc.instantOrNull(row, "answered_at"));
  }
}
