package cn.wuye.hotline.ivr.agi;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.port.CallNow;
import cn.wuye.hotline.ivr.port.CallsNow;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The words of a call as they grow. */
class SpokenNowTest {
  private final List<CallNow> told = new ArrayList<>();
  private final List<CallId> over = new ArrayList<>();
  private final SpokenNow spoken =
      new SpokenNow(
          new Call(new CallId("1"), Optional.empty(), "4001234567", Instant.EPOCH, ""),
          new CallsNow() {
            @Override
            public void told(CallNow now) {
              told.add(now);
            }

            @Override
            public void over(CallId call) {
              over.add(call);
            }
          });

  private static Prompt says(String words) {
    return new Prompt("key", List.of(new Prompt.Spoken(words)));
  }

  private static Heard.Words words(String text, boolean decoded) {
    return new Heard.Words(text, 1, decoded, Duration.ZERO, Duration.ZERO);
  }

  private CallNow last() {
    return told.get(told.size() - 1);
  }

  @Test
  void theWordsGrowWithinATurnAndOverTurns() {
    spoken.asked(says("请说发生了什么事。"));
    spoken.partial("电梯");
    spoken.partial("电梯停在");
    spoken.heard(words("电梯停在三楼", true));
    spoken.asked(says("在几号楼？"));
    spoken.partial("五号");

    assertThat(told)
        .extracting(CallNow::words)
        .containsExactly("", "电梯", "电梯停在", "电梯停在三楼", "电梯停在三楼", "电梯停在三楼 / 五号");
    assertThat(last().prompt()).isEqualTo("在几号楼？");
  }

  /** A recogniser goes on for a moment with what it was given before she hung up. */
  @Test
  void whatIsFoundWhenSheIsGoneIsNotTold() {
    spoken.asked(says("请说"));
    spoken.over();
    int before = told.size();
    spoken.partial("漏水");

    assertThat(told).hasSize(before);
  }

  @Test
  void theSameResultTwiceIsToldOnce() {
    spoken.asked(says("请说"));
    spoken.partial("漏水");
    spoken.partial("漏水");

    assertThat(told).hasSize(2);
  }

  @Test
  void whatWasNotDecodedInTimeKeepsWhatWasUnderstood() {
    spoken.asked(says("请说"));
    spoken.partial("水管爆");
    spoken.heard(words("", false));

    assertThat(last().words()).isEqualTo("水管爆");
  }

  @Test
  void whatComesAfterTheTurnIsNotSaidTwice() {
    spoken.asked(says("请说"));
    spoken.heard(words("漏水了", true));
    spoken.partial("漏水了");

    assertThat(last().words()).isEqualTo("漏水了");
  }

  @Test
  void aDialectAndAnEmergencyStay() {
    spoken.speaks("yue");
    spoken.heard(new Heard.EmergencyWord("着火", "", Duration.ZERO, Duration.ZERO));
    spoken.asked(says("请马上离开"));

    assertThat(last().dialect()).isEqualTo("yue");
    assertThat(last().emergency()).isTrue();
    assertThat(last().words()).isEqualTo("着火");
  }

  @Test
  void ofALongTalkTheEndIsKept() {
    for (int n = 0; n < 100; n++) {
      spoken.heard(words("第" + n + "句话说完了。", true));
    }

    assertThat(last().words()).hasSizeLessThanOrEqualTo(CallNow.WORDS).endsWith("第99句话说完了。");
  }

  @Test
  void whoGoesToAPersonIsToldOf() {
    spoken.over();

    assertThat(over).containsExactly(new CallId("1"));
  }
}
