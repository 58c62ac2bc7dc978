package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Text;

/**
 * Something in a file that is not as it should be.
 *
 * @param sheet code of the sheet; the name as it stands in the file when it is none of ours
 * @param row as the user's program counts it; 0 for the sheet as a whole
 * @param column code of the column, or a header that is none of ours; empty string for the row
 * @param letter the column as spreadsheets name it, {@code C}; empty string for none
 * @param value what stands there, at most 200 characters of it
 * @param code names the texts {@code import.fault.CODE} and {@code import.todo.CODE}
 * @param argument of those texts
 * @param notice true: told only, the row is taken all the same
 */
public record Fault(
    String sheet,
    int row,
    String column,
    String letter,
    String value,
    String code,
    String argument,
    boolean notice) {
  static final int MAX_VALUE = 200;

  public Fault {
    sheet = Text.fitted(sheet, 60);
    column = Text.fitted(column, 60);
    value = Text.fitted(value, MAX_VALUE);
    argument = Text.fitted(argument, MAX_VALUE);
  }
}
