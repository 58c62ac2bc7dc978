package cn.wuye.hotline.ivr.dialog;

import static cn.wuye.hotline.ivr.conversation.ScriptedConversation.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.conversation.Waited;
import org.junit.jupiter.api.Test;

/** A caller asks for her dialect, at any moment. */
class DialectDialogTest {
  private final Hotline hotline = new Hotline();
  private final ScriptedCaller caller = new ScriptedCaller();

  @Test
  void sheIsToldThatSheMayAndIsAskedAgainAndTheTicketKnowsIt() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("我不会说普通话，讲广东话")
            .hears("dialect-noted")
            .hears("greeting")
            .says("三号楼电梯坏了")
            .hears("ask-estate")
            .says("阳光花园"));

    assertThat(hotline.dialect()).isEqualTo("yue");
    assertThat(hotline.ticket().dialect()).isEqualTo("yue");
    assertThat(hotline.ticket().text()).contains("电梯坏了").doesNotContain("广东话");
  }

  @Test
  void anAgentWhoSpeaksItIsAskedFor() {
    hotline.queues.stays().ends(Waited.talked("1001"));

    hotline.follows(
        caller
            .hears("greeting")
            .says("停水了")
            .hears("ask-estate")
            .says("四川话")
            .hears("dialect-noted")
            .hears("ask-estate")
            .presses("0")
            .hears(QUEUE));

    assertThat(hotline.queues.needs().dialect()).isEqualTo("cmn-SC");
    assertThat(hotline.ticket().text()).isEqualTo("停水了");
  }

  @Test
  void whatSheSaysWhileSheIsToldSoIsNotLost() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("讲广东话")
            .hears("dialect-noted")
            .says("三号楼电梯坏了")
            .hears("ask-estate"));

    assertThat(hotline.ticket().text()).contains("电梯坏了");
  }

  @Test
  void norIsAnEmergency() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("讲广东话")
            .hears("dialect-noted")
            .says("着火了")
            .hears("emergency-confirm"));
  }
}
