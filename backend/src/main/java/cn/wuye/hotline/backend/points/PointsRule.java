package cn.wuye.hotline.backend.points;

/**
 * Whether an estate thanks with points.
 *
 * @param used whether it does
 * @param amount points for a very satisfied answer, 1–{@value #MOST}
 */
public record PointsRule(boolean used, int amount) {
  /** The most that one answer is thanked with. */
  public static final int MOST = 1000;

  /** What holds where nothing was set. */
  public static final PointsRule SHIPPED = new PointsRule(false, 10);

  public PointsRule {
    if (amount < 1 || amount > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " points, not " + amount);
    }
  }
}
