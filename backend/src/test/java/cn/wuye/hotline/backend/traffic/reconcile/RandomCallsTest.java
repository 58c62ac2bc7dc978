package cn.wuye.hotline.backend.traffic.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.reconcile.Difference.Explanation;
import cn.wuye.hotline.backend.traffic.reconcile.Reconciliation.Result;
import cn.wuye.hotline.router.ami.BlindSpan;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five hundred random calls with slices, abandons, keys, call-backs and transfers. */
class RandomCallsTest {
  private static final int CALLS = 500;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyStayIsFoundAndOnlyWhatAsteriskCannotKnowDiffers(long seed) throws IOException {
    RandomCalls calls = new RandomCalls(CALLS, seed);

    Result result = compare(calls, calls.events(), List.of());

    assertThat(result.compared()).isEqualTo(calls.stays());
    assertThat(result.unexplained()).isEmpty();
    assertThat(result.differences())
        .hasSize(calls.leftOutside())
        .extracting(Difference::why)
        .containsOnly(Explanation.LEFT_OUTSIDE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aCutExplainsAllThatItCost(long seed) throws IOException {
    RandomCalls calls = new RandomCalls(CALLS, seed);
    Instant from = RandomCalls.START.plusSeconds(4000);
    BlindSpan cut = new BlindSpan(from, from.plusSeconds(120));
    List<QueueEvent> seen =
        calls.events().stream()
            .filter(event -> event.at().isBefore(cut.from()) || event.at().isAfter(cut.to()))
            .toList();

    Result result = compare(calls, seen, List.of(cut));

    assertThat(seen).hasSizeLessThan(calls.events().size());
    assertThat(result.unexplained()).isEmpty();
    assertThat(compare(calls, seen, List.of()).unexplained()).isNotEmpty();
  }

  /** An answer or an end that is missing in our log is always noticed. */
  @Test
  void nothingThatIsMissingGoesUnnoticed() throws IOException {
    RandomCalls calls = new RandomCalls(CALLS, 7);
    List<QueueEvent> talks =
        calls.events().stream()
            .filter(e -> e.kind() == EventKind.ANSWERED || e.kind() == EventKind.COMPLETED)
            .toList();
    Random random = new Random(7);
    for (int i = 0; i < 30; i++) {
      QueueEvent lost = talks.get(random.nextInt(talks.size()));
      List<QueueEvent> events = new ArrayList<>(calls.events());
      events.remove(lost);

      assertThat(compare(calls, events, List.of()).unexplained())
          .as("without %s", lost)
          .extracting(Difference::call)
          .containsOnly(lost.call());
    }
  }

  private static Result compare(RandomCalls calls, List<QueueEvent> ours, List<BlindSpan> blind)
      throws IOException {
    List<QueueLogLine> lines = QueueLogLine.read(new StringReader(calls.file()));
    return Reconciliation.ofQueueLog(
        ours, QueueLog.events("node-1", lines), blind, RandomCalls.START.plus(Duration.ofDays(1)));
  }
}
