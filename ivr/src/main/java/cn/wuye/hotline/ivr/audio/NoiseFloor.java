package cn.wuye.hotline.ivr.audio;

/**
 * Follows the level of the steady noise behind a voice: the lowest smoothed level of the last two
 * seconds. A voice always leaves gaps in two seconds; noise does not.
 */
final class NoiseFloor {
  /** No line is quieter than this, whatever silence suppression sends. */
  private static final double LOWEST_DBFS = -58;

  /** Quarter seconds that are remembered. */
  private static final int SLOTS = 8;

  private static final int FRAMES_PER_SLOT = 12;

  /** Weight of a new frame in the smoothed power: about 80 ms. */
  private static final double SMOOTHING = 0.25;

  private final double[] lowest = new double[SLOTS];
  private int slot;
  private int framesInSlot;
  private int slotsFilled;
  private double smoothedPower = -1;

  NoiseFloor() {
    java.util.Arrays.fill(lowest, Double.MAX_VALUE);
  }

  /** Takes the level of one more frame. */
  void add(double dbfs) {
    double power = Math.pow(10, dbfs / 10);
    smoothedPower = smoothedPower < 0 ? power : smoothedPower + SMOOTHING * (power - smoothedPower);
    if (framesInSlot == FRAMES_PER_SLOT) {
      slot = (slot + 1) % SLOTS;
      lowest[slot] = Double.MAX_VALUE;
      framesInSlot = 0;
      slotsFilled++;
    }
    framesInSlot++;
    lowest[slot] = Math.min(lowest[slot], 10 * Math.log10(Math.max(smoothedPower, 1e-10)));
  }

  /** The floor in dBFS. */
  double dbfs() {
    double floor = Double.MAX_VALUE;
    int known = Math.min(SLOTS, slotsFilled + 1);
    for (int i = 0; i < known; i++) {
      floor = Math.min(floor, lowest[Math.floorMod(slot - i, SLOTS)]);
    }
    return floor == Double.MAX_VALUE ? LOWEST_DBFS : Math.max(LOWEST_DBFS, floor);
  }
}
