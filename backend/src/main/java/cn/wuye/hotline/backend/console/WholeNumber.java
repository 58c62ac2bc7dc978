package cn.wuye.hotline.backend.console;

/** A whole number as typed. */
final class WholeNumber {
  private WholeNumber() {}

  /** Whether it is one, and from the least to the greatest, both included; neither is negative. */
  static boolean within(String typed, int least, int greatest) {
    return typed.matches("[0-9]{1,9}")
        && Integer.parseInt(typed) >= least
        && Integer.parseInt(typed) <= greatest;
  }
}
