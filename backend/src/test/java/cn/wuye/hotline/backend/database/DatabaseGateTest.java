package cn.wuye.hotline.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

class DatabaseGateTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final SettableClock clock = new SettableClock(Instant.parse("2025-11-22T08:00:00Z"));
  private final DatabaseGate gate = new DatabaseGate(clock, Duration.ofSeconds(2), 2);
  private final AtomicInteger attempts = new AtomicInteger();

  @BeforeEach
  void ready() {
    gate.schemaIsReady();
  }

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void isClosedUntilTheSchemaIsReady() {
    try (DatabaseGate early = new DatabaseGate(clock, Duration.ofSeconds(2), 1)) {
      assertThatThrownBy(() -> early.run(() -> 1)).isInstanceOf(DatabaseAwayException.class);
      early.schemaIsReady();
      assertThat(early.<Integer>run(() -> 1)).isEqualTo(1);
    }
  }

  @Test
  void oneFailureSparesTheOthersTheWait() {
    assertThatThrownBy(() -> gate.run(SOON, this::fail)).isInstanceOf(DatabaseAwayException.class);
    assertThatThrownBy(() -> gate.run(SOON, this::fail)).isInstanceOf(DatabaseAwayException.class);
    assertThat(attempts).hasValue(1);
    assertThat(gate.isOpen()).isFalse();

    clock.pass(Duration.ofSeconds(2));
    assertThat(gate.<String>run(SOON, () -> "back")).isEqualTo("back");
    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void onlyOneTriesWhetherItIsBack() throws InterruptedException {
    assertThatThrownBy(() -> gate.run(this::fail)).isInstanceOf(DatabaseAwayException.class);
    clock.pass(Duration.ofSeconds(3));
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Thread first =
        new Thread(
            () ->
                gate.run(
                    () -> {
                      inside.countDown();
                      return await(leave);
                    }));
    first.start();
    assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> gate.run(() -> 1)).isInstanceOf(DatabaseAwayException.class);
    leave.countDown();
    first.join(5000);
    assertThat(gate.<Integer>run(() -> 1)).isEqualTo(1);
  }

  @Test
  void whoTwiceDoesNotAnswerInTimeIsAway() {
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(() -> gate.run(Duration.ofMillis(20), () -> await(never)))
        .isInstanceOf(DatabaseAwayException.class);
    assertThat(gate.isOpen()).isTrue();
    assertThatThrownBy(() -> gate.run(Duration.ofMillis(20), () -> await(never)))
        .isInstanceOf(DatabaseAwayException.class)
        .hasMessageContaining("20 ms");
    assertThat(gate.isOpen()).isFalse();
    never.countDown();
  }

  @Test
  void aRefusalIsNoAbsence() {
    assertThatThrownBy(
            () ->
                gate.run(
                    SOON,
                    () -> {
                      throw new DuplicateKeyException("twice");
                    }))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(gate.isOpen()).isTrue();
    assertThat(DatabaseFailure.of(new DuplicateKeyException("twice")))
        .isEqualTo(DatabaseFailure.REFUSED);
    assertThat(DatabaseFailure.of(new CannotAcquireLockException("deadlock")))
        .isEqualTo(DatabaseFailure.RETRY);
  }

  private int fail() {
    attempts.incrementAndGet();
    throw new DataAccessResourceFailureException("gone");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
