package cn.wuye.hotline.ivr.evaluation;

/** A set that cannot be used; the message names row and column. */
public final class SetRefused extends Exception {
  private static final long serialVersionUID = 1L;

  SetRefused(String message) {
    super(message);
  }

  SetRefused(int row, int column, String name, String why) {
    this("row " + row + ", column " + column + " (" + name + "): " + why);
  }
}
