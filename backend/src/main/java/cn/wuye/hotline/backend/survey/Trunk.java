package cn.wuye.hotline.backend.survey;

/**
 * A way out, as it is now.
 *
 * @param lines how many calls it carries at once
 * @param inUse how many calls it carries now, in either direction
 * @param keptFree how many lines are left to those who call in, 0 or more
 * @param perSecond how many calls may be begun in a second, 1 or more
 * @param begun how many were begun within the last second
 */
public record Trunk(String name, int lines, int inUse, int keptFree, int perSecond, int begun) {
  /** How many calls may be begun now. */
  public int room() {
    return Math.max(0, Math.min(lines - keptFree - inUse, perSecond - begun));
  }
}
