package cn.wuye.hotline.ivr.audiosocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private long now = 1_000_000_000L;
  private long oversleep;
  private final PaceFigures figures = new PaceFigures();
  private final Pacer pacer = new Pacer(() -> now, nanos -> now += nanos + oversleep, figures);

  @Test
  void sleepingTooLongDoesNotDrift() {
    long start = now;
    oversleep = 3 * MILLI;
    for (int beat = 0; beat < 500; beat++) {
      pacer.await();
    }
    assertThat(now - start).isBetween(499 * 20 * MILLI, 499 * 20 * MILLI + oversleep);
    assertThat(figures.frames()).isEqualTo(500);
    assertThat(figures.late()).isZero();
  }

  @Test
  void aShortStallIsMadeUpFor() {
    pacer.await();
    long start = now;
    now += 70 * MILLI;
    for (int beat = 1; beat <= 5; beat++) {
      pacer.await();
    }
    assertThat(now - start).isEqualTo(100 * MILLI);
    assertThat(figures.late()).as("due at 20 and 40, sent at 70").isEqualTo(2);
  }

  @Test
  void afterALongStallItStartsAnewInsteadOfBursting() {
    pacer.await();
    now += 1000 * MILLI;
    pacer.await();
    long resumed = now;
    pacer.await();
    assertThat(now - resumed).isEqualTo(20 * MILLI);
    assertThat(figures.late()).isEqualTo(1);
  }
}
