package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tickets in the columns that the import reads. */
final class TicketExport {
  /** What this system is called where its own tickets are written down. */
  static final String SOURCE = "hotline";

  static final String SELECT =
      "SELECT t.*, e.name AS estate_name, s.origin_key AS survivor_origin FROM ticket t"
          + " LEFT JOIN estate e ON e.id = t.estate_id"
          + " LEFT JOIN ticket s ON s.number = t.duplicate_of";

  private TicketExport() {}

  /**
   * What a ticket was called where it came from; one that was opened here has its own number.
   *
   * @param source which system
   */
  record OldName(String source, String number) {
    static OldName of(String originKey, String ownNumber) {
      String[] parts = originKey.split(":", 3);
      return parts.length == 3 && parts[0].equals("import")
          ? new OldName(parts[1], parts[2])
          : new OldName(SOURCE, ownNumber);
    }
  }

  static List<String> cells(ResultSet row, UnaryOperator<@Nullable String> phone)
      throws SQLException {
    OldName name = OldName.of(text(row, "origin_key"), text(row, "number"));
    String survivor = row.getString("survivor_origin");
    OldName carriesOn =
        survivor == null ? new OldName("", "") : OldName.of(survivor, text(row, "duplicate_of"));
    return List.of(
        name.source(),
        name.number(),
        text(row, "channel"),
        text(row, "kind"),
        text(row, "category"),
        text(row, "subcategory"),
        text(row, "urgency"),
        text(row, "state"),
        Times.write(Utc.instant(row, "state_since")),
        text(row, "estate_name"),
        text(row, "building"),
        text(row, "unit"),
        text(row, "room"),
        text(row, "place_words"),
        text(row, "reporter_name"),
        Objects.requireNonNullElse(phone.apply(row.getString("reporter_phone")), ""),
        text(row, "text"),
        row.getBoolean("unfinished") ? "true" : "",
        Times.write(Utc.instant(row, "opened_at")),
        carriesOn.source().equals(name.source()) ? carriesOn.number() : "");
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
