package cn.wuye.hotline.ivr.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.port.CallNow;
import cn.wuye.hotline.ivr.port.CallsNow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of a call as it grows: seldom enough, the latest in any case, and no call waits. */
class LatestCallsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> told = new CopyOnWriteArrayList<>();
  private LatestCalls calls = new LatestCalls(CallsNow.NONE);

  @AfterEach
  void stop() {
    calls.close();
  }

  private void follow(CallsNow follower) {
    calls = new LatestCalls(follower);
  }

  private CallsNow noting() {
    return new CallsNow() {
      @Override
      public void told(CallNow now) {
        told.add(now.words());
      }

      @Override
      public void over(CallId call) {
        told.add("over " + call);
      }
    };
  }

  private static CallNow now(String call, String words) {
    return new CallNow(
        new Call(new CallId(call), Optional.empty(), "4001234567", Instant.EPOCH, ""),
        "",
        false,
        "请说",
        words);
  }

  @Test
  void ofManyTheLatestIsToldAtMostFourTimesASecond() {
    follow(noting());
    long begun = System.nanoTime();
    for (int n = 0; n < 10_000; n++) {
      calls.told(now("1", "words " + n));
    }

    await().atMost(PATIENCE).until(() -> told.contains("words 9999"));
    long spent = System.nanoTime() - begun;
    assertThat(told).hasSizeLessThanOrEqualTo(2 + (int) (spent / LatestCalls.BETWEEN.toNanos()));
  }

  @Test
  void theEndOfACallComesAfterItsLastWordsAndOnce() {
    follow(noting());
    calls.told(now("1", "a"));
    await().atMost(PATIENCE).until(() -> told.contains("a"));
    calls.told(now("1", "b"));
    calls.over(new CallId("1"));
    calls.over(new CallId("1"));
    calls.over(new CallId("never-told-of"));

    await().atMost(PATIENCE).until(() -> told.contains("over 1"));
    calls.told(now("2", "z"));
    await().atMost(PATIENCE).until(() -> told.contains("z"));
    assertThat(told).startsWith("a").endsWith("over 1", "z").containsOnlyOnce("over 1");
  }

  @Test
  void aFollowerThatIsStuckHoldsNoCallAndGetsNoMoreThanFitsIn() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    AtomicInteger reached = new AtomicInteger();
    follow(
        new CallsNow() {
          @Override
          public void told(CallNow now) {
            try {
              stuck.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            reached.incrementAndGet();
          }

          @Override
          public void over(CallId call) {}
        });

    for (int n = 0; n < LatestCalls.MOST + 100; n++) {
      calls.told(now("call-" + n, "words"));
    }
    stuck.countDown();

    await().atMost(PATIENCE).until(() -> reached.get() == LatestCalls.MOST);
  }

  @Test
  void aFollowerThatFailsIsToldTheNextAllTheSame() {
    follow(
        new CallsNow() {
          @Override
          public void told(CallNow now) {
            told.add(now.words());
            throw new IllegalStateException("a test");
          }

          @Override
          public void over(CallId call) {
            told.add("over");
          }
        });

    calls.told(now("1", "a"));
    await().atMost(PATIENCE).until(() -> told.contains("a"));
    calls.told(now("2", "b"));
    await().atMost(PATIENCE).until(() -> told.contains("b"));
    calls.over(new CallId("2"));
    await().atMost(PATIENCE).until(() -> told.contains("over"));
  }

  @Test
  void whatComesAfterTheStopIsLeftOut() {
    follow(noting());
    calls.close();

    calls.told(now("1", "a"));
    calls.over(new CallId("1"));

    assertThat(told).isEmpty();
  }
}
