package cn.wuye.hotline.backend.console.deadline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version in a history: when it was written by whom, and what it changed of the one before. */
record Past(String version, String written, List<String> changes, String note) {

  /** What a version is to be turned into. */
  interface Reading<T, R> {
    /**
     * @param before the version before; null of the first
     */
    R of(T version, @Nullable T before);
  }

  /**
   * Reads each version together with the one before it.
   *
   * @param versions the newest first
   */
  static <T, R> List<R> each(List<T> versions, Reading<T, R> reading) {
    List<R> read = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      read.add(reading.of(versions.get(i), i + 1 < versions.size() ? versions.get(i + 1) : null));
    }
    return read;
  }
}
