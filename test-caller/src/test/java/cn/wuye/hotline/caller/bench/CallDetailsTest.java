package cn.wuye.hotline.caller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallDetailsTest {
  private static CallDetails calls(String... lines) {
    return CallDetails.of(List.of(lines));
  }

  @Test
  void readsWhatAsteriskWritesAndLeavesOutWhatIsNoNumber() {
    CallDetails calls =
        calls(
            "13900000001,100.250000,101.5,110.000000,PJSIP/loop-1",
            "s,100.0,100.0,101.0,PJSIP/loop-1",
            "13700000001,98.0,98.0,99.0,Local/13700000001@bench-incoming-00000001;1",
            "13900000007,99.0,0.000000,99.5,PJSIP/loop-3");

    assertThat(calls.calls())
        .containsExactly(
            new CallDetail("13900000007", 99, 0, 99.5),
            new CallDetail("13900000001", 100.25, 101.5, 110));
    assertThat(calls.calls()).extracting(CallDetail::answered).containsExactly(false, true);
    assertThat(calls.numbers()).containsExactly("13900000001", "13900000007");
    assertThat(calls.secondsOfBeginnings()).isEqualTo(1.25);
  }

  @Test
  void twoCallsOfOneNumberOverlapOnlyWhenTheFirstHasNotEnded() {
    assertThat(
            calls("13900000001,1,2,10,PJSIP/loop-1", "13900000001,10,11,12,PJSIP/loop-1")
                .twiceAtOnce())
        .isEmpty();
    assertThat(
            calls(
                    "13900000001,1,2,10,PJSIP/loop-1",
                    "13900000002,3,4,5,PJSIP/loop-1",
                    "13900000001,9.9,,12,PJSIP/loop-2")
                .twiceAtOnce())
        .containsExactly("13900000001");
  }

  @Test
  void countsCallsAtOnceAndThoseBegunCloseTogether() {
    CallDetails calls =
        calls(
            "13900000001,1,,4,PJSIP/loop-1",
            "13900000002,2,,4,PJSIP/loop-1",
            "13900000003,4,,9,PJSIP/loop-1",
            "13900000004,5,,6,PJSIP/loop-1");

    assertThat(calls.mostAtOnce()).isEqualTo(2);
    assertThat(calls.mostBegunWithin(1)).isEqualTo(1);
    assertThat(calls.mostBegunWithin(2.5)).isEqualTo(2);
    assertThat(calls.mostBegunWithin(10)).isEqualTo(4);
    assertThat(calls.only(call -> call.number().endsWith("4")).mostAtOnce()).isEqualTo(1);
    assertThat(calls().mostAtOnce()).isZero();
  }
}
