package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.persistence.Text;

/**
 * What is looked at in a ticket and its calls.
 *
 * @param position order on the sheet, from 1
 * @param zh its name, 1–{@value #MAX_NAME} characters
 * @param en its English name, likewise
 * @param weight against the weights of the others, 1–{@value #MOST}
 * @param most points that can be given, 1–{@value #MOST}
 * @param active false: is not scored for the time being
 */
public record Criterion(int position, String zh, String en, int weight, int most, boolean active) {
  /** Longest name, in characters. */
  public static final int MAX_NAME = 60;

  /** The greatest weight, and the most points. */
  public static final int MOST = 100;

  /** Whether it can be kept. */
  boolean valid() {
    return named(zh) && named(en) && within(weight) && within(most);
  }

  private static boolean named(String name) {
    return !name.isBlank() && Text.length(name) <= MAX_NAME;
  }

  private static boolean within(int number) {
    return number >= 1 && number <= MOST;
  }
}
