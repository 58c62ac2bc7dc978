package cn.wuye.hotline.backend.intake.number;

/** Where ranges come from: the database. */
public interface NumberSource {
  /**
   * Takes a range that nobody else has or will get.
   *
   * @param size how many numbers, 1 or more
   * @throws cn.wuye.hotline.backend.database.DatabaseAwayException when it cannot be had now
   */
  NumberRange reserve(int size);
}
