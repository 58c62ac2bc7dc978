package cn.wuye.hotline.caller.bench;

/**
 * Ticket numbers as the application makes them: a sequence with a check digit (ISO 7064 MOD 11,10).
 */
final class CheckDigit {
  private CheckDigit() {}

  /** The number of a sequence. */
  static long number(long sequence) {
    int product = 10;
    for (char digit : Long.toString(sequence).toCharArray()) {
      int sum = (product + (digit - '0')) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return sequence * 10 + (11 - product) % 10;
  }
}
