package cn.wuye.hotline.backend.moving.table;

import java.util.Locale;

/** A file cannot be read as tables at all; what is wrong with single rows is no exception. */
public final class BadFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final long limit;

  /** What is wrong with the file. */
  public enum Reason {
    /** Neither a workbook, nor CSV, nor a ZIP of CSV. */
    NOT_A_TABLE,
    /** An old binary workbook (.xls) or one with a password. */
    OLD_WORKBOOK,
    /** It holds more than could be meant, in bytes or unpacked. */
    TOO_LARGE,
    TOO_MANY_ROWS,
    /** More files than anybody packs. */
    TOO_MANY_ENTRIES,
    /** The texts of a workbook would not fit into memory. */
    TOO_MUCH_TEXT,
    DAMAGED;

    /** Names the text of it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param limit what is allowed, for the reasons that have a limit; else 0
   */
  public BadFileException(Reason reason, long limit, String message) {
    super(message);
    this.reason = reason;
    this.limit = limit;
  }

  public Reason reason() {
    return reason;
  }

  /** What is allowed; empty string where nothing is limited. */
  public String limit() {
    return limit == 0 ? "" : Long.toString(limit);
  }
}
