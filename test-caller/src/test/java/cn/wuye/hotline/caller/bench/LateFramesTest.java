package cn.wuye.hotline.caller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LateFramesTest {
  private static final long MS = 1_000_000;

  private final LateFrames frames = new LateFrames();
  private long now = 5_000 * MS;

  private void come(int count, long everyMillis) {
    for (int i = 0; i < count; i++) {
      now += everyMillis * MS;
      frames.arrived(now);
    }
  }

  @Test
  void punctualFramesAreNotLate() {
    come(500, 20);

    assertThat(frames.frames()).isEqualTo(500);
    assertThat(frames.late()).isZero();
  }

  @Test
  void aFrameMoreThanItsOwnTimeBehindIsLate() {
    come(100, 20);
    come(1, 45);
    // The next ones catch up.
    come(1, 0);
    come(100, 20);

    assertThat(frames.late()).isEqualTo(1);
  }

  @Test
  void aStreamThatIsShiftedIsLateForTenFramesAtMost() {
    come(100, 20);
    come(1, 45);
    come(500, 20);

    assertThat(frames.late()).isBetween(1L, 10L);
  }

  @Test
  void aHoleIsAsManyFramesAsFitIntoIt() {
    come(100, 20);
    come(1, 220);
    come(500, 20);

    assertThat(frames.late()).isEqualTo(10);
  }

  @Test
  void slowDriftIsNotLateness() {
    for (int i = 0; i < 5000; i++) {
      now += 20 * MS + MS / 10;
      frames.arrived(now);
    }

    assertThat(frames.late()).isZero();
  }
}
