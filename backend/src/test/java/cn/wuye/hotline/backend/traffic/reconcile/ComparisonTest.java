package cn.wuye.hotline.backend.traffic.reconcile;

import static cn.wuye.hotline.backend.traffic.EventKind.ABANDONED;
import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.CALL_BACK_ASKED;
import static cn.wuye.hotline.backend.traffic.EventKind.COMPLETED;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static cn.wuye.hotline.backend.traffic.EventKind.STEPPED_OUT;
import static cn.wuye.hotline.backend.traffic.EventKind.TRANSFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Told;
import cn.wuye.hotline.backend.traffic.reconcile.Comparison.Given;
import cn.wuye.hotline.backend.traffic.reconcile.Comparison.Sides;
import cn.wuye.hotline.backend.traffic.reconcile.Difference.Explanation;
import cn.wuye.hotline.backend.traffic.reconcile.Reconciliation.CallBack;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private final Told ours = new Told("2026-03-02T01:00:00Z");
  private final Told theirs = new Told("2026-03-02T01:00:00Z");

  @Test
  void bothSidesAreCountedByQueueAndByAgent() {
    // Transferred; abandoned; asks for a call-back between two slices; never in Asterisk's queue.
    ours.call(0, JOINED, "c1", "general")
        .call(10, ANSWERED, "c1", "general", "1001", "")
        .call(40, TRANSFERRED, "c1", "", "1001", "")
        .call(0, JOINED, "c2", "yue")
        .call(7, ABANDONED, "c2", "yue")
        .call(0, JOINED, "c3", "general")
        .call(60, STEPPED_OUT, "c3", "general")
        .call(65, CALL_BACK_ASKED, "c3", "general")
        .call(0, JOINED, "c4", "general", "", Stay.DIRECT)
        .call(5, ABANDONED, "c4", "general");
    theirs
        .call(0, JOINED, "c1", "general")
        .call(10, ANSWERED, "c1", "general", "1001", "")
        .call(40, COMPLETED, "c1", "general", "1001", "")
        .call(0, JOINED, "c2", "yue")
        .call(7, ABANDONED, "c2", "yue")
        .call(0, JOINED, "c3", "general")
        .call(60, STEPPED_OUT, "c3", "general");

    Comparison comparison =
        compare(
            List.of(
                cdr("c1", "hotline-inbound", "PJSIP/1001-1", 40),
                cdr("c1", "hotline-desk-transfer", "Local/13900000001@hotline-outbound-0;1"),
                cdr("c2", "hotline-inbound", ""),
                cdr("c3", "hotline-inbound", ""),
                cdr("c4", "hotline-inbound", ""),
                cdr("callback-5-1", "hotline-callback", "Local/13700000003@hotline-outbound-1;1")),
            List.of(new CallBack(5, "general", true, true)),
            0,
            1000);

    assertThat(comparison.calls()).isEqualTo(4);
    assertThat(comparison.notQueued()).isEqualTo(1);
    assertThat(comparison.queues())
        .containsEntry(
            "general",
            new Sides(
                new Tally(2, 1, 0, 1, 1, 0, 0, 30, 75), new Tally(2, 1, 0, 1, 0, 1, 0, 30, 1010)))
        .containsEntry(
            "yue",
            new Sides(new Tally(1, 0, 1, 0, 0, 0, 0, 0, 7), new Tally(1, 0, 1, 0, 0, 0, 0, 0, 7)));
    assertThat(comparison.agents().keySet()).containsExactly("1001");
    assertThat(comparison.total().ours().offered()).isEqualTo(3);
    assertThat(comparison.everything().offered()).isEqualTo(4);
    assertThat(comparison.callBacksTalkedInAsterisk()).isEqualTo(1);
    assertThat(comparison.unexplained()).isEmpty();
    assertThat(comparison.differences())
        .extracting(Difference::why)
        .containsExactly(Explanation.LEFT_OUTSIDE, Explanation.NOT_QUEUED);
  }

  /** The same call on both sides, though one of them told its beginning before midnight. */
  @Test
  void aCallBelongsToTheTimeInWhichEitherSideSawItFirst() {
    ours.call(100.2, JOINED, "c1", "general").call(110, ABANDONED, "c1", "general");
    theirs.call(99, JOINED, "c1", "general").call(109, ABANDONED, "c1", "general");

    assertThat(compare(List.of(), List.of(), 100, 200).calls()).isZero();
    assertThat(compare(List.of(), List.of(), 0, 100).calls()).isEqualTo(1);
  }

  private Comparison compare(List<CdrLine> cdr, List<CallBack> callBacks, double from, double to) {
    return Comparison.of(
        new Given(ours.events(), theirs.events(), cdr, callBacks, List.of()),
        ours.at(from),
        ours.at(to),
        ours.at(1000));
  }

  private CdrLine cdr(String call, String context, String peer) {
    return cdr(call, context, peer, 1);
  }

  private CdrLine cdr(String call, String context, String peer, double end) {
    Instant at = ours.at(0);
    return new CdrLine(
        context,
        "PJSIP/carrier-00000000",
        peer,
        "Queue",
        at,
        at,
        ours.at(end),
        0,
        "ANSWERED",
        call);
  }
}
