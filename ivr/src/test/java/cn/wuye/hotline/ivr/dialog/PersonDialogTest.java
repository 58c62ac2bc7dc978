package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonDialogTest {
  private final Hotline hotline = new Hotline();
  private final ScriptedCaller caller = new ScriptedCaller();

  @ParameterizedTest
  @ValueSource(strings = {"人工", "转人工", "我要找人工客服", "帮我找个人说话"})
  void wordsReachTheServiceDesk(String words) {
    hotline.phones.answers(FakeDirectory.DESK);
    hotline.follows(caller.hears("greeting").says(words).hears("person-waiting").talks());

    assertThat(hotline.phones.rung()).containsExactly(FakeDirectory.DESK);
    assertThat(hotline.ticket().text()).contains("要找人工").contains("客服中心");
  }

  @Test
  void zeroWorksInEveryQuestion() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("停水了")
            .hears("ask-estate")
            .says("幸福小区")
            .hears("ask-building")
            .presses("0#")
            .hears("person-waiting")
            .hears("record-message")
            .says("二号楼停水一天了")
            .hears("ticket-opened-noted"));

    assertThat(hotline.phones.rung())
        .containsExactly(FakeDirectory.DESK, FakeDirectory.DUTY, FakeDirectory.SECOND);
    assertThat(hotline.ticket().text()).isEqualTo("停水了，二号楼停水一天了");
    assertThat(hotline.ticket().place().building()).isEqualTo("2号楼");
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void whoGivesUpWhileItRingsIsPhonedBack() {
    hotline.follows(caller.hears("greeting").presses("0").hears("person-waiting").hangsUp());

    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.UNFINISHED);
    assertThat(hotline.ticket().text()).contains("要找人工");
  }

  @Test
  void anEmergencyInTheMessageIsAnEmergency() {
    hotline.follows(
        caller
            .hears("greeting")
            .presses("0")
            .hears("record-message")
            .says("三楼着火了")
            .hears("emergency-confirm")
            .silent()
            .hears("emergency-registered"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
  }

  @Test
  void artificialLakesAreNoPersons() {
    hotline
        .knowingTheCaller()
        .follows(caller.hears("greeting").says("人工湖边上垃圾没人清理").hears("confirm"));

    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("rubbish");
  }
}
