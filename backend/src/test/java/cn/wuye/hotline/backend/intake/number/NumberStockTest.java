package cn.wuye.hotline.backend.intake.number;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.DatabaseAway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberStockTest {
  @TempDir Path folder;
  private final Source source = new Source();

  @Test
  void givesEveryNumberOnceAlsoOverRestarts() {
    Set<Long> given = new HashSet<>();
    for (int restart = 0; restart < 5; restart++) {
      NumberStock stock = stock();
      for (int i = 0; i < 7; i++) {
        assertThat(given.add(stock.take().orElseThrow())).isTrue();
        stock.refill();
      }
    }
    assertThat(given).hasSize(35);
  }

  @Test
  void isFilledUpWhenHalfIsUsed() {
    NumberStock stock = stock();
    stock.refill();
    assertThat(stock.left()).isEqualTo(10);
    for (int i = 0; i < 4; i++) {
      assertThat(stock.take()).isPresent();
    }
    stock.refill();
    assertThat(stock.left()).isEqualTo(6);
    assertThat(stock.take()).isPresent();
    stock.refill();
    assertThat(stock.left()).isEqualTo(15);
  }

  @Test
  void lastsThroughAnOutageAndThenSaysThatThereIsNone() {
    NumberStock stock = stock();
    stock.refill();
    source.away = true;
    NumberStock restarted = stock();
    for (int i = 0; i < 10; i++) {
      assertThat(restarted.take()).isPresent();
    }
    assertThat(restarted.take()).isEmpty();
    source.away = false;
    assertThat(restarted.take()).isPresent();
  }

  @Test
  void aSpoiltFileCostsNumbersButNeverRepeatsOne() throws IOException {
    long before = stock().take().orElseThrow();
    Files.writeString(folder.resolve("numbers.json"), "[{\"next\":");
    assertThat(stock().take().orElseThrow()).isGreaterThan(before + 8);
  }

  private NumberStock stock() {
    return new NumberStock(folder.resolve("numbers.json"), source, 10);
  }

  private static final class Source implements NumberSource {
    private long next = 1000;
    private boolean away;

    @Override
    public NumberRange reserve(int size) {
      if (away) {
        throw DatabaseAway.exception();
      }
      NumberRange range = new NumberRange(next, next + size);
      next += size;
      return range;
    }
  }
}
