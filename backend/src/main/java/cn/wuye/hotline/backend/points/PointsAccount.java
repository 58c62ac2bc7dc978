package cn.wuye.hotline.backend.points;

import java.util.List;

/**
 * What a resident has.
 *
 * @param balance the sum of all her entries
 * @param entries the newest first, at most {@value #SHOWN}
 */
public record PointsAccount(long balance, List<PointsEntry> entries) {
  /** How many entries are told at most. */
  public static final int SHOWN = 100;

  public PointsAccount {
    entries = List.copyOf(entries);
  }
}
