package cn.wuye.hotline.ivr.speech.grammar;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * How far two rows of sounds are from each other.
 *
 * @param <T> the sound
 * @param replace cost of one sound in place of another, 0–1
 * @param leaveOut cost of a sound too much or too few, 0–1
 */
public record EditDistance<T>(ToDoubleBiFunction<T, T> replace, ToDoubleFunction<T> leaveOut) {

  /** 0 for the same, 1 for nothing in common. */
  double between(List<T> some, List<T> others) {
    int longer = Math.max(some.size(), others.size());
    return longer == 0 ? 0 : Math.min(1, cost(some, others) / longer);
  }

  /** The least cost of making one row of the other. */
  public double cost(List<T> some, List<T> others) {
    double[] row = new double[others.size() + 1];
    for (int j = 1; j <= others.size(); j++) {
      row[j] = row[j - 1] + leaveOut.applyAsDouble(others.get(j - 1));
    }
    for (T one : some) {
      row = next(row, one, others);
    }
    return row[others.size()];
  }

  private double[] next(double[] above, T one, List<T> others) {
    double[] row = new double[above.length];
    double without = leaveOut.applyAsDouble(one);
    row[0] = above[0] + without;
    for (int j = 1; j < row.length; j++) {
      T other = others.get(j - 1);
      double replaced = above[j - 1] + replace.applyAsDouble(one, other);
      double left = Math.min(above[j] + without, row[j - 1] + leaveOut.applyAsDouble(other));
      row[j] = Math.min(replaced, left);
    }
    return row;
  }
}
