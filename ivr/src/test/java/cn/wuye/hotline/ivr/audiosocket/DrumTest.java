package cn.wuye.hotline.ivr.audiosocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrumTest {
  private static final long MS = 1_000_000;

  private final PaceFigures figures = new PaceFigures();
  private final List<Long> beats = new ArrayList<>();
  private long now = 1_000 * MS;
  private final Drum drum = new Drum(() -> now, figures);

  /** Sleeps as it is told, and too long. */
  private void run(long millis, long oversleptNanos) {
    long end = now + millis * MS;
    while (now < end) {
      now += Math.min(drum.beat(), end - now) + oversleptNanos;
    }
  }

  private boolean note() {
    beats.add(now);
    return true;
  }

  @Test
  void everyoneHasABeatEveryTwentyMilliseconds() {
    int[] counts = new int[7];
    for (int i = 0; i < counts.length; i++) {
      int who = i;
      drum.add(
          () -> {
            counts[who]++;
            return true;
          });
    }
    run(1000, 0);

    assertThat(counts).containsOnly(50);
    assertThat(figures.late()).isZero();
  }

  @Test
  void sleepingTooLongDoesNotDrift() {
    drum.add(this::note);
    run(2000, MS / 2);

    assertThat(beats).hasSizeBetween(99, 101);
  }

  @Test
  void aShortStallIsMadeUpFor() {
    drum.add(this::note);
    run(100, 0);
    now += 70 * MS;
    run(100, 0);

    assertThat(beats).hasSizeBetween(13, 14);
    assertThat(figures.late()).isPositive();
  }

  @Test
  void afterALongStallItStartsAnewInsteadOfBursting() {
    drum.add(this::note);
    run(100, 0);
    now += 1000 * MS;
    run(100, 0);

    assertThat(beats).hasSizeBetween(10, 12);
  }

  @Test
  void whoWantsNoMoreOrBreaksIsForgottenAndTheOthersGoOn() {
    drum.add(() -> false);
    drum.add(
        () -> {
          throw new IllegalStateException("a mistake, made on purpose by a test");
        });
    drum.add(this::note);
    run(200, 0);

    assertThat(drum.size()).isEqualTo(1);
    assertThat(beats).hasSizeBetween(9, 11);
  }

  @Test
  void withNobodyItSleeps() {
    assertThat(drum.beat()).isGreaterThan(60_000 * MS);
  }
}
