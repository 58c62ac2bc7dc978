package cn.wuye.hotline.backend.traffic.reconcile;

import static cn.wuye.hotline.backend.traffic.EventKind.ABANDONED;
import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.CALL_BACK_ASKED;
import static cn.wuye.hotline.backend.traffic.EventKind.COMPLETED;
import static cn.wuye.hotline.backend.traffic.EventKind.EMPTY;
import static cn.wuye.hotline.backend.traffic.EventKind.HELD;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static cn.wuye.hotline.backend.traffic.EventKind.LEFT_BY_KEY;
import static cn.wuye.hotline.backend.traffic.EventKind.STEPPED_OUT;
import static cn.wuye.hotline.backend.traffic.EventKind.TIMED_OUT;
import static cn.wuye.hotline.backend.traffic.EventKind.TRANSFERRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Told;
import cn.wuye.hotline.backend.traffic.reconcile.Difference.Explanation;
import cn.wuye.hotline.backend.traffic.reconcile.Difference.What;
import cn.wuye.hotline.backend.traffic.reconcile.Reconciliation.Result;
import cn.wuye.hotline.router.ami.BlindSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {
  private final Told ours = new Told("2026-03-02T01:00:00Z");
  private final Told theirs = new Told("2026-03-02T01:00:00Z");

  /**
   * Slices, transfers and abandons: the same story, once to the millisecond and once in seconds.
   */
  @Test
  void theSameStoryHasNoDifference() {
    ours.call(0.4, JOINED, "c1", "general")
        .call(60.4, STEPPED_OUT, "c1", "general")
        .call(66.1, JOINED, "c1", "general")
        .call(80.9, ANSWERED, "c1", "general", "1001", "")
        .call(90, HELD, "c1", "general", "1001", "")
        .call(120.3, TRANSFERRED, "c1", "general", "1001", "q-yue")
        .call(120.4, JOINED, "c1", "yue")
        .call(130.2, ABANDONED, "c1", "yue")
        .call(10.2, JOINED, "c2", "yue")
        .call(14.9, ABANDONED, "c2", "yue");
    theirs
        .call(0, JOINED, "c1", "general")
        .call(60, STEPPED_OUT, "c1", "general")
        .call(66, JOINED, "c1", "general")
        .call(80, ANSWERED, "c1", "general", "1001", "")
        .call(120, TRANSFERRED, "c1", "general", "1001", "")
        .call(120, JOINED, "c1", "yue")
        .call(130, ABANDONED, "c1", "yue")
        .call(10, JOINED, "c2", "yue")
        .call(14, ABANDONED, "c2", "yue");

    Result result = queueLog();

    assertThat(result.differences()).isEmpty();
    assertThat(result.compared()).isEqualTo(3);
  }

  @Test
  void everyFieldThatDiffersIsReported() {
    answered(ours, "c1", "general", 10, "1001", 60);
    answered(theirs, "c1", "yue", 10, "1001", 60);
    answered(ours, "c2", "general", 10, "1001", 60);
    answered(theirs, "c2", "general", 10, "1002", 60);
    answered(ours, "c3", "general", 10, "1001", 60);
    answered(theirs, "c3", "general", 13, "1001", 63);
    answered(ours, "c4", "general", 10, "1001", 60);
    answered(theirs, "c4", "general", 10, "1001", 70);
    answered(ours, "c5", "general", 10, "1001", 60);
    theirs.call(0, JOINED, "c5", "general").call(10, ABANDONED, "c5", "general");
    answered(ours, "c6", "general", 10, "1001", 60);
    answered(theirs, "c7", "general", 10, "1001", 60);

    Result result = queueLog();

    assertThat(result.unexplained())
        .extracting(Difference::call, Difference::what, Difference::ours, Difference::theirs)
        .containsExactly(
            tuple("c1", What.QUEUE, "general", "yue"),
            tuple("c2", What.AGENT, "1001", "1002"),
            tuple("c3", What.WAIT, "10000 ms", "13000 ms"),
            tuple("c4", What.TALK, "50000 ms", "60000 ms"),
            tuple("c5", What.OUTCOME, "ANSWERED", "ABANDONED"),
            tuple("c6", What.NOT_THEIRS, "general ANSWERED " + ours.at(0), ""),
            tuple("c7", What.NOT_OURS, "", "general ANSWERED " + ours.at(0)));
    assertThat(result.differences()).hasSize(7);
  }

  @Test
  void whatHappenedWhileNothingWasSeenIsExplained() {
    answered(theirs, "missed", "general", 10, "1001", 60);
    ours.call(0, JOINED, "end", "general");
    theirs.call(0, JOINED, "end", "general").call(45, ABANDONED, "end", "general");
    theirs.call(200, JOINED, "later", "general").call(210, ABANDONED, "later", "general");

    Result result = queueLog(new BlindSpan(ours.at(30), ours.at(100)));

    assertThat(result.differences())
        .extracting(Difference::call, Difference::what, Difference::why)
        .containsExactly(
            tuple("end", What.OUTCOME, Explanation.BLIND),
            tuple("later", What.NOT_OURS, null),
            tuple("missed", What.NOT_OURS, Explanation.BLIND));
  }

  @ParameterizedTest
  @EnumSource(names = {"ABANDONED", "CALL_BACK_ASKED", "TIMED_OUT", "LEFT_BY_KEY"})
  void whatIsChosenBetweenSlicesAsteriskDoesNotKnow(EventKind kind) {
    ours.call(0, JOINED, "c1", "general")
        .call(60, STEPPED_OUT, "c1", "general")
        .call(65, kind, "c1", "general");
    theirs.call(0, JOINED, "c1", "general").call(60, STEPPED_OUT, "c1", "general");

    assertThat(queueLog().differences())
        .extracting(Difference::what, Difference::why)
        .containsExactly(tuple(What.OUTCOME, Explanation.LEFT_OUTSIDE));
  }

  @Test
  void whatIsChosenAfterLeavingByAKeyAsteriskDoesNotKnow() {
    ours.call(0, JOINED, "c1", "general").call(20, CALL_BACK_ASKED, "c1", "general");
    theirs.call(0, JOINED, "c1", "general").call(12, LEFT_BY_KEY, "c1", "general");
    ours.call(0, JOINED, "c2", "general").call(20, TIMED_OUT, "c2", "general");
    theirs.call(0, JOINED, "c2", "general").call(12, EMPTY, "c2", "general");

    assertThat(queueLog().differences())
        .extracting(Difference::why)
        .containsExactly(Explanation.LEFT_OUTSIDE, Explanation.LEFT_OUTSIDE);
  }

  /** Asterisk still has her in its queue: then she cannot have left. */
  @Test
  void whoIsStillInAsterisksQueueHasNotLeft() {
    ours.call(0, JOINED, "c1", "general").call(20, ABANDONED, "c1", "general");
    theirs.call(0, JOINED, "c1", "general");

    assertThat(queueLog().unexplained())
        .extracting(Difference::ours, Difference::theirs)
        .containsExactly(tuple("ABANDONED", "WAITING"));
  }

  @Test
  void whoWasNeverInAsterisksQueueIsExplained() {
    ours.call(0, JOINED, "c1", "general", "", Stay.DIRECT)
        .call(8, ANSWERED, "c1", "general", "1001", "")
        .call(50, COMPLETED, "c1", "general", "1001", "");

    Result result = queueLog();

    assertThat(result.compared()).isZero();
    assertThat(result.differences())
        .extracting(Difference::what, Difference::why)
        .containsExactly(tuple(What.NOT_THEIRS, Explanation.NOT_QUEUED));
  }

  /** Her last agent is rung for 10 s before she enters Asterisk's queue: a wait for us alone. */
  @Test
  void waitsAreComparedFromWhenSheEnteredAsterisksQueue() {
    ours.call(0, JOINED, "c1", "general", "", Stay.DIRECT)
        .call(10, JOINED, "c1", "general")
        .call(30, ANSWERED, "c1", "general", "1002", "")
        .call(90, COMPLETED, "c1", "general", "1002", "");
    theirs
        .call(10, JOINED, "c1", "general")
        .call(30, ANSWERED, "c1", "general", "1002", "")
        .call(90, COMPLETED, "c1", "general", "1002", "");

    assertThat(queueLog().differences()).isEmpty();
    assertThat(ours.stays(1000)).extracting(Stay::waited).containsExactly(30_000L);
  }

  @Test
  void everyStayHasACdrAndEveryTalkOneWithItsAgent() {
    answered(ours, "c1", "general", 10, "1001", 60);
    answered(ours, "c2", "general", 10, "1001", 60);
    answered(ours, "c3", "general", 10, "1001", 60);
    ours.call(0, JOINED, "c4", "general").call(5, ABANDONED, "c4", "general");
    ours.call(900, JOINED, "c5", "general");

    Result result =
        Reconciliation.ofCdr(
            ours.events(),
            List.of(
                cdr("c1", "PJSIP/1001-00000001"),
                cdr("c2", "PJSIP/1002-00000002"),
                cdr("c4", ""),
                cdr("other", "")),
            List.of(),
            ours.at(1000));

    assertThat(result.differences())
        .extracting(Difference::call, Difference::what, Difference::theirs, Difference::why)
        .containsExactly(
            tuple("c2", What.NO_CDR_OF_TALK, "PJSIP/1002-00000002", null),
            tuple("c3", What.NO_CDR, "", null),
            tuple("c5", What.NO_CDR, "", Explanation.GOES_ON));
    assertThat(result.compared()).isEqualTo(3);
  }

  @Test
  void whoWasHandedOnIsSoInAsterisksCdrs() {
    for (String call : List.of("c1", "c2", "c3", "c4")) {
      answered(ours, call, "general", 10, "1001", 60);
    }
    ours.call(60, TRANSFERRED, "c1", "", "1001", "")
        .call(60, TRANSFERRED, "c2", "", "1001", "")
        .call(60, TRANSFERRED, "c3", "", "1001", "");
    List<CdrLine> lines = new ArrayList<>();
    for (String call : List.of("c1", "c2", "c3", "c4")) {
      lines.add(ended(60, cdr(call, "PJSIP/1001-00000001")));
    }
    lines.add(cdr("c1", "hotline-desk-transfer", "Local/13900000003@hotline-outbound-0;1"));
    lines.add(cdr("c2", "hotline-desk-caller", ""));
    lines.add(cdr("c4", "hotline-desk-transfer", "Local/13900000003@hotline-outbound-1;1"));

    assertThat(Reconciliation.ofCdr(ours.events(), lines, List.of(), ours.at(1000)).differences())
        .extracting(Difference::call, Difference::what, Difference::ours, Difference::theirs)
        .containsExactly(
            tuple("c3", What.TRANSFER, "transferred", ""),
            tuple("c4", What.TRANSFER, "", "transferred"));
  }

  /** Asterisk's queue counts the talk of who is handed on until she hangs up; her CDR does not. */
  @Test
  void theTalkOfWhoIsHandedOnEndsAsItsCdrSays() {
    ours.call(0, JOINED, "c1", "general")
        .call(10, ANSWERED, "c1", "general", "1001", "")
        .call(30, TRANSFERRED, "c1", "", "1001", "");
    answered(theirs, "c1", "general", 10, "1001", 90);

    assertThat(queueLog().differences())
        .extracting(Difference::what, Difference::why)
        .containsExactly(tuple(What.TALK, Explanation.HANDED_ON));
    assertThat(endOfTalk(31)).isEmpty();
    assertThat(endOfTalk(34)).containsExactly(What.END_OF_TALK);
  }

  private List<What> endOfTalk(double second) {
    Instant at = ours.at(0);
    CdrLine talk =
        new CdrLine(
            "hotline-desk-transfer",
            "PJSIP/carrier-00000000",
            "PJSIP/1001-00000001",
            "Queue",
            at,
            at,
            ours.at(second),
            0,
            "ANSWERED",
            "c1");
    return Reconciliation.ofCdr(ours.events(), List.of(talk), List.of(), ours.at(1000))
        .differences()
        .stream()
        .map(Difference::what)
        .toList();
  }

  /** A call-back is no stay; where nobody answers whom it was handed on to, one begins. */
  @Test
  void aCallBackThatIsHandedOnAndComesBackWasNotHandedOnAsAStay() {
    answered(ours, "callback-4-1", "general", 10, "1006", 20);

    assertThat(
            Reconciliation.ofCdr(
                    ours.events(),
                    List.of(
                        cdr("callback-4-1", "hotline-desk-back", "PJSIP/1006-00000001"),
                        ended(-3, cdr("callback-4-1", "hotline-desk-transfer", "Local/139;1"))),
                    List.of(),
                    ours.at(1000))
                .differences())
        .isEmpty();
  }

  private CdrLine ended(double second, CdrLine line) {
    return new CdrLine(
        line.context(),
        line.channel(),
        line.peer(),
        line.application(),
        line.started(),
        line.answered(),
        ours.at(second),
        line.talked(),
        line.disposition(),
        line.call());
  }

  @Test
  void whomACallBackReachedAnsweredInAsterisksCdrs() {
    List<Reconciliation.CallBack> made =
        List.of(
            new Reconciliation.CallBack(1, "general", true, true),
            new Reconciliation.CallBack(2, "general", true, false),
            new Reconciliation.CallBack(3, "general", true, true),
            new Reconciliation.CallBack(11, "general", false, false));
    List<CdrLine> lines =
        List.of(
            cdr("callback-1-2", "hotline-callback", "Local/13700000001@hotline-outbound-0;1"),
            cdr("callback-2-1", "hotline-callback", "Local/13700000002@hotline-outbound-1;1"),
            cdr("callback-3-1;2", "hotline-callback", "PJSIP/1001-00000001"),
            cdr("callback-11-1", "hotline-callback", "Local/13700000011@hotline-outbound-2;1"));

    Result result = Reconciliation.ofCallBacks(made, lines, List.of());

    assertThat(result.compared()).isEqualTo(4);
    assertThat(result.differences())
        .extracting(Difference::call, Difference::ours, Difference::theirs, Difference::why)
        .containsExactly(
            tuple("callback-2", "", "talked", null),
            tuple("callback-3", "talked", "", null),
            tuple("callback-11", "", "talked", Explanation.GOES_ON));
  }

  private static void answered(
      Told told, String call, String queue, double answered, String agent, double ended) {
    told.call(0, JOINED, call, queue)
        .call(answered, ANSWERED, call, queue, agent, "")
        .call(ended, COMPLETED, call, queue, agent, "");
  }

  private CdrLine cdr(String call, String peer) {
    return cdr(call, "hotline-inbound", peer);
  }

  private CdrLine cdr(String call, String context, String peer) {
    Instant at = ours.at(0);
    return new CdrLine(
        context, "PJSIP/carrier-00000000", peer, "Queue", at, at, at, 0, "ANSWERED", call);
  }

  private Result queueLog(BlindSpan... blind) {
    return Reconciliation.ofQueueLog(ours.events(), theirs.events(), List.of(blind), ours.at(1000));
  }
}
