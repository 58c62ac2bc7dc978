package cn.wuye.hotline.backend.traffic.figures;

import static cn.wuye.hotline.backend.traffic.EventKind.CALL_BACK_ASKED;
import static cn.wuye.hotline.backend.traffic.EventKind.CALL_BACK_DONE;
import static cn.wuye.hotline.backend.traffic.EventKind.CALL_BACK_GIVEN_UP;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.traffic.Told;
import cn.wuye.hotline.backend.traffic.figures.PendingCallBacks.Pending;
import org.junit.jupiter.api.Test;

class PendingCallBacksTest {
  @Test
  void whatWasAskedForAndNotSettledIsPending() {
    Told told =
        new Told("2026-03-02T01:00:00Z")
            .call(0, JOINED, "c1", "general")
            .call(60, CALL_BACK_ASKED, "c1", "general")
            .call(50, CALL_BACK_ASKED, "c2", "yue")
            .call(70, CALL_BACK_ASKED, "c3", "yue")
            .call(80, CALL_BACK_ASKED, "c4", "yue")
            .call(200, CALL_BACK_DONE, "c3", "yue", "1001", "")
            .call(300, CALL_BACK_GIVEN_UP, "c4", "yue");

    assertThat(PendingCallBacks.of(told.events()))
        .containsExactly(
            new Pending("c2", "yue", told.at(50)), new Pending("c1", "general", told.at(60)));
  }
}
