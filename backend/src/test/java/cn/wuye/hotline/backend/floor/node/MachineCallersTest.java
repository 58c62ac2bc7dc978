package cn.wuye.hotline.backend.floor.node;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.floor.MachineCaller;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.port.CallNow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MachineCallersTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Call CALL =
      new Call(new CallId("1.1"), Optional.empty(), "4001234567", NOW, "");

  private static final String FIRST = "请说一下发生了什么事。";
  private static final String NEXT = "请问您在几号楼？";

  private final List<String> asked = new ArrayList<>();
  private final AtomicInteger changes = new AtomicInteger();
  private Told facts = new Told("138****0001", "", "cmn", false, "not the words as they grow");
  private final MachineCallers callers =
      new MachineCallers(
          call -> {
            asked.add(call);
            return facts;
          });

  private static CallNow now(String prompt, String dialect, boolean emergency, String words) {
    return new CallNow(CALL, dialect, emergency, prompt, words);
  }

  @Test
  void herWordsGrowAndWhatIsKnownOfHerIsLookedUpOnceAQuestion() {
    callers.addListener(changes::incrementAndGet);
    callers.told(now(FIRST, "", false, "电梯"));
    callers.told(now(FIRST, "", false, "电梯坏了，打13800000001"));
    assertThat(callers.now())
        .containsExactly(
            new MachineCaller(
                "1.1", NOW, "138****0001", "", "cmn", false, FIRST, "电梯坏了，打138****0001"));
    assertThat(asked).hasSize(1);

    // She has said where she lives.
    facts = new Told("138****0001", "7", "cmn", false, "");
    callers.told(now(NEXT, "yue", true, "电梯坏了"));

    assertThat(asked).hasSize(2);
    assertThat(callers.now())
        .containsExactly(
            new MachineCaller("1.1", NOW, "138****0001", "7", "yue", true, NEXT, "电梯坏了"));
    assertThat(changes).hasValue(3);
  }

  @Test
  void whoIsGoneIsNotShown() {
    callers.told(now(FIRST, "", false, "电梯"));
    callers.over(CALL.id());
    callers.over(CALL.id());

    assertThat(callers.now()).isEmpty();
  }
}
