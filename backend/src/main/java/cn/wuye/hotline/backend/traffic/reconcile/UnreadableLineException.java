package cn.wuye.hotline.backend.traffic.reconcile;

/** A line of one of Asterisk's files is not what Asterisk writes. */
public class UnreadableLineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param file what kind of file
   * @param line which, from 1
   * @param why without anything of the line: it may hold a phone number
   */
  UnreadableLineException(String file, long line, String why) {
    super(file + ", line " + line + ": " + why);
  }
}
