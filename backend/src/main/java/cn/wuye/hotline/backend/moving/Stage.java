package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a file, staged in the database: whichever node goes on finds them there. */
@Component
class Stage {
  private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};
  private static final String HEADER = "header";
  // The second and further rows of one thing: not counted, but entered with it.
  private static final String PART = "part";
  // The same of one that is there already: alone they would be taken for the whole of it.
  private static final String SAME_PART = "same-part";
  private static final int BITE = 500;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Transactions transactions;

  Stage(JdbcTemplate template, JdbcClient jdbc, JsonMapper json, Transactions transactions) {
    this.template = template;
    this.jdbc = jdbc;
    this.json = json;
    this.transactions = transactions;
  }

  void clear(long run) {
    jdbc.sql("DELETE FROM import_row WHERE run_id = :run").param("run", run).update();
  }

  /** Removes some rows; gives how many. */
  int remove(long run, int limit) {
    return jdbc.sql("DELETE FROM import_row WHERE run_id = :run LIMIT :limit")
        .param("run", run)
        .param("limit", limit)
        .update();
  }

  /** Keeps which letters the columns of a sheet have. */
  void header(long run, Sheet sheet, int row, Map<String, String> letters) {
    jdbc.sql(
            "INSERT INTO import_row (run_id, position, sheet, row_no, cells, action, done)"
                + " VALUES (:run, :position, :sheet, :row, :cells, :action, TRUE)"
                + " ON DUPLICATE KEY UPDATE cells = :cells")
        .param("run", run)
        .param("position", sheet.position(0))
        .param("sheet", sheet.code())
        .param("row", row)
        .param("cells", json.writeValueAsString(letters))
        .param("action", HEADER)
        .update();
  }

  /** Column codes with their letters; empty when the file has no such sheet. */
  Map<String, String> letters(long run, Sheet sheet) {
    return jdbc.sql(
            "SELECT cells FROM import_row WHERE run_id = :run AND position = :position AND action = :header")
        .param("run", run)
        .param("position", sheet.position(0))
        .param("header", HEADER)
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, MAP))
        .orElse(Map.of());
  }

  /**
   * Keeps rows.
   *
   * @param refused they belong to a sheet that cannot be understood
   */
  void add(long run, List<StagedRow> rows, boolean refused) {
    List<Object[]> values = new ArrayList<>();
    for (StagedRow row : rows) {
      values.add(
          new Object[] {
            run,
            row.position(),
            row.sheet().code(),
            row.number(),
            json.writeValueAsString(row.cells()),
            refused ? Action.REFUSED.code() : "",
            refused
          });
    }
    template.batchUpdate(
        "INSERT INTO import_row (run_id, position, sheet, row_no, cells, action, done)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        values);
  }

  /** The next rows of a sheet to be judged. */
  List<StagedRow> toCheck(long run, Sheet sheet, int after, int limit) {
    return rows(
        "SELECT * FROM import_row WHERE run_id = :run AND position > :after AND position < :end"
            + " AND done = FALSE ORDER BY position LIMIT :limit",
        run,
        sheet,
        after,
        limit);
  }

  /** The next rows of a sheet that are good and not entered yet. */
  List<StagedRow> toEnter(long run, Sheet sheet, int after, int limit) {
    return rows(
        "SELECT * FROM import_row WHERE run_id = :run AND position > :after AND position < :end"
            + " AND done = FALSE AND action IN ('add', 'change', 'part') ORDER BY position LIMIT :limit",
        run,
        sheet,
        after,
        limit);
  }

  /** How many good rows are entered. */
  int entered(long run) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM import_row WHERE run_id = :run AND done = TRUE"
                + " AND action IN ('add', 'change', 'part')")
        .param("run", run)
        .query(Integer.class)
        .single();
  }

  /** Rows that were entered and name a ticket that carries on. */
  List<StagedRow> duplicates(long run, int after, int limit) {
    return rows(
        "SELECT * FROM import_row WHERE run_id = :run AND position > :after AND position < :end"
            + " AND done = TRUE AND action IN ('add', 'change') AND cells LIKE '%\"duplicate-of\"%'"
            + " ORDER BY position LIMIT :limit",
        run, Sheet.TICKETS, after, limit);
  }

  /**
   * Refuses all good rows that are not entered.
   *
   * @param told a fault for each of them, in the transaction that refuses it
   */
  void refuseRest(long run, Consumer<List<Fault>> told) {
    for (Sheet sheet : Sheet.values()) {
      for (List<StagedRow> rows = toEnter(run, sheet, sheet.position(0), BITE);
          !rows.isEmpty();
          rows = toEnter(run, sheet, sheet.position(0), BITE)) {
        List<StagedRow> rest = rows;
        transactions.run(
            () -> {
              template.batchUpdate(
                  "UPDATE import_row SET action = 'refused' WHERE run_id = ? AND position = ?",
                  rest.stream().map(row -> new Object[] {run, row.position()}).toList());
              told.accept(rest.stream().map(Stage::notEntered).toList());
              return true;
            });
      }
    }
  }

  private static Fault notEntered(StagedRow row) {
    return new Fault(row.sheet().code(), row.number(), "", "", "", "not-entered", "", false);
  }

  /** Keeps what becomes of rows. */
  void keep(long run, List<Verdict> verdicts, boolean entered) {
    List<Object[]> values = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      for (StagedRow row : verdict.rows()) {
        boolean first = row == verdict.rows().get(0);
        values.add(
            new Object[] {
              first ? verdict.action().code() : further(verdict.action()),
              verdict.estate(),
              verdict.category(),
              entered,
              run,
              row.position()
            });
      }
    }
    template.batchUpdate(
        "UPDATE import_row SET action = ?, estate = ?, category = ?, done = ?"
            + " WHERE run_id = ? AND position = ?",
        values);
  }

  private static String further(Action action) {
    return switch (action) {
      case ADD, CHANGE -> PART;
      case SAME -> SAME_PART;
      case REFUSED -> action.code();
    };
  }

  /**
   * How many things of a kind there are.
   *
   * @param action empty string while it is not judged
   */
  record Group(Sheet sheet, String action, String estate, String category, long count) {}

  List<Group> groups(long run) {
    return jdbc.sql(
            "SELECT sheet, action, estate, category, COUNT(*) AS n FROM import_row"
                + " WHERE run_id = :run AND action NOT IN ('header', 'part', 'same-part')"
                + " GROUP BY sheet, action, estate, category")
        .param("run", run)
        .query(
            (row, n) ->
                new Group(
                    Coded.of(Sheet.class, row.getString("sheet")),
                    row.getString("action"),
                    row.getString("estate"),
                    row.getString("category"),
                    row.getLong("n")))
        .list();
  }

  private List<StagedRow> rows(String sql, long run, Sheet sheet, int after, int limit) {
    return jdbc.sql(sql)
        .param("run", run)
        .param("after", after)
        .param("end", sheet.position(Sheet.SPACE))
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  private StagedRow row(ResultSet row, int n) throws SQLException {
    return new StagedRow(
        row.getInt("position"),
        Coded.of(Sheet.class, row.getString("sheet")),
        row.getInt("row_no"),
        json.readValue(row.getString("cells"), MAP));
  }
}
