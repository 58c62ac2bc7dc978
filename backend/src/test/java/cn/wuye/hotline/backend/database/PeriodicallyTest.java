package cn.wuye.hotline.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
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

  @Test
  void severalAreClosedInTheTimeOfOne() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(4);
    List<Periodically> stuck =
        IntStream.range(0, 4)
            .mapToObj(
                n ->
                    new Periodically(
                        "stuck-" + n,
                        Duration.ofHours(1),
                        () -> {
                          begun.countDown();
                          Awaitility.await().forever().until(() -> never.getCount() == 0);
                        }))
            .toList();
    stuck.forEach(Periodically::start);
    Awaitility.await().until(() -> begun.getCount() == 0);
    long start = System.nanoTime();

    Periodically.close(stuck, Duration.ofMillis(500));

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(490), Duration.ofMillis(1500));
    assertThat(Periodically.jobs()).noneMatch(job -> job.name().startsWith("stuck"));
    never.countDown();
  }

  private static Optional<Periodically.Job> told() {
    return Periodically.jobs().stream().filter(job -> job.name().equals("told")).findFirst();
  }
}
