package cn.wuye.hotline.caller.bench;

import java.nio.file.Path;

/** A measurement that can be started by name. */
interface Bench {
  /**
   * Measures.
   *
   * @param clone the folder with {@code ./hotline}
   * @param work a folder of its own for what it starts
   * @param quick a smaller run, under five minutes on an idle machine
   * @throws Exception when it could not measure at all
   */
  BenchResult run(Path clone, Path work, boolean quick) throws Exception;

  /**
   * Measures what is random by a seed; a bench in which nothing is takes no notice of it.
   *
   * @throws Exception when it could not measure at all
   */
  default BenchResult run(Path clone, Path work, boolean quick, long seed) throws Exception {
    return run(clone, work, quick);
  }

  /** Whether a figure that misses its goal is a failure, for the exit code. */
  default boolean mustHold() {
    return false;
  }
}
