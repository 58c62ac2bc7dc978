package cn.wuye.hotline.backend.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** Reads columns that the schema does not let be null. */
public final class Columns {
  private Columns() {}

  /**
   * A text.
   *
   * @throws NullPointerException when it is null all the same
   */
  public static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }
}
