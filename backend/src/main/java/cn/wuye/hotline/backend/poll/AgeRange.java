package cn.wuye.hotline.backend.poll;

import org.jspecify.annotations.Nullable;

/**
 * Of what age residents are, in years that they become in the present one.
 *
 * @param from null: however young
 * @param to inclusive; null: however old
 */
public record AgeRange(@Nullable Integer from, @Nullable Integer to) {
  /** The oldest age that may be named. */
  public static final int OLDEST = 120;

  /** Any, also an unknown one. */
  public static final AgeRange ANY = new AgeRange(null, null);

  /** Whether age plays no part; else whose age is unknown is not drawn. */
  public boolean any() {
    return from == null && to == null;
  }

  /** Whether it can be the age of anybody. */
  public boolean possible() {
    int least = from == null ? 0 : from;
    int most = to == null ? OLDEST : to;
    return least >= 0 && most <= OLDEST && least <= most;
  }

  /** The last year of birth. */
  public int bornUntil(int year) {
    return year - (from == null ? 0 : from);
  }

  /** The first year of birth. */
  public int bornFrom(int year) {
    return year - (to == null ? OLDEST : to);
  }
}
