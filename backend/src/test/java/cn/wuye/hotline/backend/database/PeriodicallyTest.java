package cn.wuye.hotline.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PeriodicallyTest {

  @Test
  void aJobTellsHowItsLastRoundWent() {
    AtomicBoolean failing = new AtomicBoolean(true);
    try (Periodically job =
        new Periodically(
            "told",
            Duration.ofHours(1),
            () -> {
              if (failing.get()) {
                throw new IllegalStateException("no room");
              }
            })) {
      assertThat(told()).isEmpty();

      job.start();
      Awaitility.await().until(() -> told().orElseThrow().error().equals("no room"));
      Awaitility.await().until(() -> told().orElseThrow().sinceEnd().isPresent());
      failing.set(false);
      job.now();

      Awaitility.await().until(() -> told().orElseThrow().error().isEmpty());
      Awaitility.await().until(() -> told().orElseThrow().runningFor().isEmpty());
      assertThat(told().orElseThrow().pause()).isEqualTo(Duration.ofHours(1));
    }
    assertThat(told()).isEmpty();
  }

  private static Optional<Periodically.Job> told() {
    return Periodically.jobs().stream().filter(job -> job.name().equals("told")).findFirst();
  }
}
