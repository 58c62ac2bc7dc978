package cn.wuye.hotline.backend.dispatch;

/**
 * How many open complaints one person should have in a month.
 *
 * @param full from here on he has enough: others come first
 * @param most from here on he gets no more, except emergencies
 */
public record LoadLimits(int full, int most) {
  /** 25 to 30. */
  public static final LoadLimits SHIPPED = new LoadLimits(25, 30);

  public LoadLimits {
    if (full < 1 || most < full) {
      throw new IllegalArgumentException(
          "limits of load rise from 1: full at " + full + ", none more at " + most);
    }
  }

  /** The limit that somebody with this load is measured on. */
  int of(int load) {
    return load < full ? full : most;
  }
}
