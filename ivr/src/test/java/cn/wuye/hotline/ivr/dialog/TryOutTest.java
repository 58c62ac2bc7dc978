package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.VirtualClock;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.DialogSettings.Hours;
import cn.wuye.hotline.ivr.wording.Wording;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TryOutTest {
  private static final Wording SHIPPED = Wording.shipped("安居物业");

  private final TryOut tryOut =
      new TryOut(new FakeDirectory(), new VirtualClock(Instant.parse("2026-01-05T08:00:00Z")));

  @Test
  void aSentenceIsUnderstoodAndThePlaceIsAskedNext() {
    TryOut.Outcome outcome = tryOut.of(SHIPPED, "三号楼的电梯又坏了");

    assertThat(outcome.greeting()).startsWith("您好，安居物业热线");
    assertThat(outcome.explanation().emergency()).isEmpty();
    assertThat(outcome.explanation().intent().orElseThrow().subcategory()).isEqualTo("lift");
    assertThat(outcome.explanation().counted().get(0).topic()).isEqualTo("facilities/lift");
    assertThat(outcome.ticket().orElseThrow().intent().category()).isEqualTo("facilities");
    assertThat(outcome.next()).containsExactly("请问您在哪个小区？");
    assertThat(outcome.asksAgain()).isFalse();
    assertThat(outcome.rings()).isEmpty();
  }

  @Test
  void thePlaceIsUnderstoodToo() {
    TryOut.Outcome outcome = tryOut.of(SHIPPED, "阳光花园十二栋停电了");

    assertThat(outcome.estateName()).isEqualTo("阳光花园");
    assertThat(outcome.ticket().orElseThrow().place().building()).isEqualTo("12号楼");
    assertThat(outcome.next().get(0)).endsWith("，水电的问题，对吗？");
  }

  @Test
  void whatIsNotUnderstoodIsAskedAgain() {
    TryOut.Outcome outcome = tryOut.of(SHIPPED, "今天天气真好");

    assertThat(outcome.asksAgain()).isTrue();
    assertThat(outcome.next()).containsExactly("请用一句话说，什么东西，出了什么问题？");
  }

  @Test
  void anEmergencyIsConfirmedFirst() {
    TryOut.Outcome outcome = tryOut.of(SHIPPED, "楼道里着火了");

    assertThat(outcome.explanation().emergency().orElseThrow().word()).isEqualTo("着火");
    assertThat(outcome.next().get(0)).startsWith("是紧急情况，要马上派人吗");
  }

  @Test
  void aKeyAndTheHoursOfTheDesk() {
    Wording closed =
        Wording.of(
            1,
            DialogSettings.SHIPPED.withHours(
                new Hours(false, List.of("08:30-12:00"), true, List.of())),
            "安居物业");

    assertThat(tryOut.of(SHIPPED, "0").rings()).contains(FakeDirectory.DESK);
    TryOut.Outcome outcome = tryOut.of(closed, "0");
    assertThat(outcome.rings()).extracting(PhoneLine::name).doesNotContain("客服中心");
    assertThat(outcome.next().get(0)).contains("服务台现在不上班");
    assertThat(tryOut.of(SHIPPED, "3").ticket().orElseThrow().intent().category())
        .isEqualTo("environment");
  }
}
