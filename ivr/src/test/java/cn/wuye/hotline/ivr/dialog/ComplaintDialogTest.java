package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ComplaintDialogTest {
  private final Hotline hotline = new Hotline();
  private final ScriptedCaller caller = new ScriptedCaller();

  @Test
  void aComplaintBecomesATicket() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("我家水管漏水了")
            .hears("ask-estate")
            .says("阳光花园")
            .hears("ask-building")
            .says("三号楼")
            .hears("ask-unit")
            .says("二单元五零二")
            .hears("confirm")
            .says("对")
            .hears("ticket-opened")
            .hears("goodbye"));

    TicketDraft ticket = hotline.ticket();
    assertThat(ticket.intent().category()).isEqualTo("facilities");
    assertThat(ticket.intent().subcategory()).isEqualTo("water-power");
    assertThat(ticket.intent().urgency()).isEqualTo("urgent");
    assertThat(ticket.place()).isEqualTo(new Place("sun", "3号楼", "2单元", "502", "阳光花园，三号楼"));
    assertThat(ticket.text()).isEqualTo("我家水管漏水了");
    assertThat(ticket.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(ticket.needsTranscript()).isFalse();
    assertThat(hotline.length()).as(hotline.log.transcript()).isLessThan(Duration.ofSeconds(75));
  }

  @Test
  void aKnownCallerIsNotAskedWhereSheLives() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("三号楼的电梯又坏了")
                .hears("confirm")
                .says("对")
                .hears("ticket-opened")
                .hears("goodbye"));

    assertThat(hotline.log.said())
        .containsExactly("greeting", "confirm", "ticket-opened", "goodbye");
    assertThat(said("confirm")).isEqualTo("阳光花园三号楼，电梯的问题，对吗？");
    assertThat(said("ticket-opened")).isEqualTo("已经为您登记。工单号是，二零二六，零幺零零，零幺。工作人员会在两个小时内跟您联系。");
    assertThat(hotline.ticket().place().building()).isEqualTo("3号楼");
    assertThat(hotline.length()).as(hotline.log.transcript()).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void thePlaceInTheSentenceIsNotAskedAgain() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("我是阳光花园十二栋的，我们这里停电了")
            .hears("confirm")
            .presses("1")
            .hears("goodbye"));

    assertThat(hotline.ticket().place().building()).isEqualTo("12号楼");
    assertThat(hotline.log.said()).doesNotContain("ask-estate", "ask-building");
  }

  @Test
  void whatIsSaidOverridesTheCallersNumber() {
    hotline
        .knowingTheCaller()
        .follows(caller.hears("greeting").says("一号楼的路灯坏了").hears("confirm").says("是的"));

    assertThat(hotline.ticket().place()).isEqualTo(new Place("sun", "1号楼", "", "", "一号楼的路灯"));
  }

  @Test
  void keysAloneAreEnough() {
    hotline.follows(
        caller
            .hears("greeting")
            .presses("2")
            .hears("ask-estate-keys")
            .presses("1")
            .hears("ask-building-keys")
            .presses("3#")
            .hears("ask-unit")
            .presses("502#")
            .hears("ask-details")
            .presses("#")
            .hears("confirm")
            .presses("1")
            .hears("goodbye"));

    TicketDraft ticket = hotline.ticket();
    assertThat(ticket.intent().category()).isEqualTo("facilities");
    assertThat(ticket.intent().kind()).isEqualTo("repair");
    assertThat(ticket.place()).isEqualTo(new Place("sun", "3号楼", "", "502", ""));
    assertThat(ticket.text()).isEqualTo("按键2：修东西");
    assertThat(ticket.needsTranscript()).isFalse();
  }

  @Test
  void detailsAfterAKeyTellTheSubcategory() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .presses("3")
                .hears("ask-details")
                .says("垃圾桶满了好几天了")
                .hears("confirm")
                .presses("1"));

    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("rubbish");
    assertThat(hotline.ticket().text()).isEqualTo("垃圾桶满了好几天了");
  }

  @Test
  void keysAreReadOutOnlyWhenNothingWasUnderstood() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("今天天气真好")
                .hears("ask-problem-again")
                .says("那个那个什么")
                .hears("ask-problem-keys")
                .presses("5")
                .hears("confirm")
                .presses("1"));

    assertThat(hotline.ticket().intent().category()).isEqualTo("fees");
  }

  @Test
  void whatIsNoneOfTheHotlinesBusinessIsRecordedAndNeverGuessed() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("昨天看了一场电影")
            .hears("ask-problem-again")
            .says("苹果多少钱一斤")
            .hears("ask-problem-keys")
            .says("我孙子考上大学了")
            .hears("record-message")
            .says("我住在阳光花园三号楼，我就是想说说话")
            .hears("ticket-opened-noted"));

    TicketDraft ticket = hotline.ticket();
    assertThat(ticket.intent().category()).isEqualTo("other");
    assertThat(ticket.place().building()).isEqualTo("3号楼");
    assertThat(ticket.text()).startsWith("昨天看了一场电影，苹果多少钱一斤").endsWith("我就是想说说话");
  }

  @Test
  void aNoIsHeardAndTheMatterIsAskedAgain() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("楼道里很脏")
                .hears("confirm")
                .says("不对")
                .hears("ask-problem-corrected")
                .says("是阳光花园一号楼的路灯坏了")
                .hears("confirm")
                .says("对")
                .hears("goodbye"));

    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("public-fixtures");
    assertThat(hotline.ticket().place().building()).isEqualTo("1号楼");
    assertThat(hotline.drafts()).hasSize(1);
  }

  @Test
  void aStarRepeatsThePrompt() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .presses("*")
                .hears("greeting")
                .says("没听清楚再说一遍")
                .hears("greeting")
                .says("停水了")
                .hears("confirm")
                .presses("1")
                .hears("ticket-opened")
                .presses("*")
                .hears("ticket-opened")
                .hears("goodbye"));

    assertThat(hotline.ticket().text()).isEqualTo("停水了");
  }

  @Test
  void talkingOverTheTicketNumberHasItSaidAgain() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("停水了")
                .hears("confirm")
                .presses("1")
                .hears("ticket-opened")
                .says("嗯嗯好好")
                .hears("ticket-opened")
                .hears("goodbye"));

    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void aBuildingThatIsNotThereIsAskedAgain() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("下水道堵了")
            .hears("ask-estate")
            .presses("1")
            .hears("ask-building")
            .presses("99#")
            .hears("ask-building-again")
            .presses("12#")
            .hears("ask-unit")
            .silent()
            .hears("confirm")
            .presses("1"));

    assertThat(hotline.ticket().place().building()).isEqualTo("12号楼");
  }

  @Test
  void anEstateThatOnlySoundsLikeItIsConfirmed() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("物业费太贵了")
            .hears("ask-estate")
            .says("我是幸福")
            .hears("confirm-estate")
            .says("不是")
            .hears("ask-estate-again")
            .says("翠湖家园")
            .hears("confirm")
            .presses("1"));

    assertThat(hotline.ticket().place().estateId()).isEqualTo("lake");
  }

  @Test
  void aPublicPlaceHasNoBuilding() {
    hotline.follows(
        caller.hears("greeting").says("幸福小区大门口的路灯坏了").hears("confirm").says("对").hears("goodbye"));

    assertThat(hotline.ticket().place().estateId()).isEqualTo("luck");
    assertThat(hotline.ticket().place().words()).contains("大门");
  }

  @Test
  void anInquiryIsATicketOfItsKind() {
    hotline
        .knowingTheCaller()
        .follows(
            caller.hears("greeting").says("物业费在哪里交").hears("confirm").says("对").hears("goodbye"));

    assertThat(hotline.ticket().intent().kind()).isEqualTo("inquiry");
  }

  @Test
  void withoutARecogniserTheRecordingCountsAndKeysDoTheRest() {
    hotline
        .withoutRecogniser()
        .follows(
            caller
                .hears("greeting")
                .says("我家水管漏水了")
                .hears("ask-category")
                .presses("2")
                .hears("ask-estate-keys")
                .presses("2")
                .hears("ask-building-keys")
                .says("十八号楼")
                .hears("confirm")
                .says("对")
                .hears("ticket-opened"));

    TicketDraft ticket = hotline.ticket();
    assertThat(ticket.intent().category()).isEqualTo("facilities");
    assertThat(ticket.place().estateId()).isEqualTo("luck");
    assertThat(ticket.needsTranscript()).isTrue();
    assertThat(ticket.completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void aDeskThatTakesNoTicketLeavesTheCallToTheFallback() {
    hotline.knowingTheCaller().desk.fail();

    assertThatIllegalStateException()
        .isThrownBy(
            () -> hotline.call(caller.hears("greeting").says("停水了").hears("confirm").presses("1")));
    assertThat(hotline.log.turns()).extracting(Turn::kind).doesNotContain(Turn.Kind.HUNG_UP);
  }

  private String said(String key) {
    return hotline.log.turns().stream()
        .filter(turn -> turn.key().equals(key))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
