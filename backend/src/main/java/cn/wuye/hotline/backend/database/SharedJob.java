package cn.wuye.hotline.backend.database;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * Work that is done again and again for all nodes, by one at a time. It may be broken off anywhere,
 * and begun by another node: whatever is done stands in the database.
 */
public interface SharedJob {
  /** Never changes: it names the job in the database. */
  String name();

  /** How long after its end it is begun again. */
  Duration pause();

  /**
   * Does what there is to do.
   *
   * @param stopping whether the node stops: the rest is left to the next time
   */
  void run(BooleanSupplier stopping);

  /**
   * Does the same until a batch is not full any more, or the node stops.
   *
   * @param size of a full batch
   * @param batch does one, and says how much it was
   */
  static void inBatches(int size, BooleanSupplier stopping, IntSupplier batch) {
    int done = size;
    while (done == size && !stopping.getAsBoolean()) {
      done = batch.getAsInt();
    }
  }
}
