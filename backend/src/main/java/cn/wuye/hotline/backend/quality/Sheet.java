package cn.wuye.hotline.backend.quality;

import java.time.Instant;
import java.util.List;

/**
 * A score sheet; it is never changed.
 *
 * @param number 1 for the first, 2 for the one by which a dispute changed it
 * @param criteria as they were when it was written
 * @param score tenths of 0–100
 * @param by login
 */
public record Sheet(
    int number,
    Criteria criteria,
    List<Mark> marks,
    int score,
    String remark,
    String by,
    Instant at) {
  public Sheet {
    marks = List.copyOf(marks);
  }
}
