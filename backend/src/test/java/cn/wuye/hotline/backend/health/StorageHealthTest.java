package cn.wuye.hotline.backend.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageHealthTest {
  private static final long GB = 1_000_000_000;

  @ParameterizedTest
  @CsvSource({
    "50, 100, OK",
    "4, 100, SCARCE",
    "9, 100, OK", // few per cent of a large disk are still many hours
    "4, 20, OK",
    "2, 100, LOW",
    "0, 8, LOW",
  })
  void roomIsToldByShareAndBySize(long free, long total, StorageHealth.Room room) {
    assertThat(StorageHealth.room(free * GB, total * GB)).isEqualTo(room);
  }
}
