package cn.wuye.hotline.backend.traffic.figures;

/**
 * Figures that add up: those of a day are the sum of those of its quarters, in whatever order.
 *
 * @param <S> the type itself
 */
public interface Sums<S extends Sums<S>> {
  S plus(S other);
}
