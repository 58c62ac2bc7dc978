package cn.wuye.hotline.ivr.dialog;

import static cn.wuye.hotline.ivr.conversation.ScriptedConversation.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.conversation.Waited;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which dialect a caller is spoken with: asked for, preferred, heard, usual in her estate. */
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

  @Test
  void aCallBeginsInTheDialectThatSheIsKnownToPrefer() {
    hotline.knowingTheCaller();
    hotline.directory.usual("sun", "wuu");
    hotline.directory.prefers(Hotline.KNOWN_NUMBER, "yue");

    assertThat(hotline.directory.dialect(Optional.of(new PhoneNumber(Hotline.KNOWN_NUMBER))))
        .isEqualTo("yue");
    assertThat(needsOf(caller.hears("greeting").says("电梯坏了").presses("0"))).isEqualTo("yue");
  }

  @Test
  void elseInThatOfWhereSheLives() {
    hotline.knowingTheCaller();
    hotline.directory.usual("sun", "wuu");
    hotline.directory.prefers(Hotline.KNOWN_NUMBER, "");

    assertThat(hotline.directory.dialect(Optional.of(new PhoneNumber(Hotline.KNOWN_NUMBER))))
        .isEqualTo("wuu");
    assertThat(needsOf(caller.hears("greeting").says("电梯坏了").presses("0"))).isEqualTo("wuu");
  }

  @Test
  void orOfTheOnlyEstateThatIsServed() {
    hotline.directory.servesOnly("luck");
    hotline.directory.usual("luck", "nan");

    assertThat(hotline.directory.dialect(Optional.empty())).isEqualTo("nan");
  }

  @Test
  void whoNamesHerEstateIsSpokenWithInItsDialectFromThenOn() {
    hotline.directory.usual("luck", "yue");

    hotline.follows(
        caller.hears("greeting").says("停水了").hears("ask-estate").says("幸福小区").hears("confirm"));

    assertThat(hotline.dialect()).isEqualTo("yue");
    assertThat(hotline.ticket().spokenDialect()).as("nobody has asked for it").isEmpty();
  }

  @Test
  void herWordsTellHerDialectWhereNothingElseDoes() {
    hotline.follows(caller.hears("greeting").says("我屋企冇水，你哋幾時嚟整").hears("ask-estate"));

    assertThat(hotline.dialect()).isEqualTo("yue");
    assertThat(hotline.ticket().heardDialect()).isEqualTo("yue");
    assertThat(hotline.ticket().dialect()).as("she has not asked for it").isEmpty();
  }

  @Test
  void whoWantsAPersonInHerDialectGetsOneWhoSpeaksIt() {
    assertThat(needsOf(caller.hears("greeting").says("我哋屋企冇水，唔該幫我轉人工"))).isEqualTo("yue");
  }

  @Test
  void whatSheIsKnownToPreferIsNotOverriddenByEar() {
    hotline.knowingTheCaller();

    hotline.follows(caller.hears("greeting").says("我屋企冇水，你哋幾時嚟整").hears("confirm"));

    assertThat(hotline.dialect()).isEmpty();
    assertThat(hotline.ticket().heardDialect()).isEmpty();
  }

  @Test
  void onlyTheFirstAnswerIsListenedToForIt() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("三号楼电梯坏了")
            .hears("ask-estate")
            .says("我屋企喺阳光花园，你哋快啲嚟")
            .hears("confirm"));

    assertThat(hotline.ticket().heardDialect()).isEmpty();
  }

  @Test
  void anEmergencyIsNotListenedToForIt() {
    hotline.follows(caller.hears("greeting").says("我哋困喺𨋢入面，出唔到嚟，快啲搵人").hears("emergency-confirm"));

    assertThat(hotline.dialect()).isEmpty();
    assertThat(hotline.ticket().heardDialect()).isEmpty();
  }

  @Test
  void twoStarsOfferTheDialectsTheUsualOneFirst() {
    hotline.knowingTheCaller();
    hotline.directory.usual("sun", "wuu");
    hotline.directory.prefers(Hotline.KNOWN_NUMBER, "");

    hotline.follows(
        caller
            .hears("greeting")
            .presses("*")
            .hears("greeting")
            .presses("*")
            .hears("dialect-offer")
            .presses("2")
            .hears("dialect-noted")
            .hears("greeting")
            .says("三号楼电梯坏了")
            .hears("confirm"));

    assertThat(hotline.log.transcript()).contains("上海闲话请按二。普通话请按三。廣東話请按四。");
    assertThat(hotline.ticket().dialect()).isEqualTo("wuu");
  }

  @Test
  void whoNamesOneThereHasChosenItToo() {
    hotline.follows(
        caller
            .hears("greeting")
            .presses("**")
            .hears("dialect-offer")
            .says("闽南话")
            .hears("dialect-noted")
            .hears("greeting")
            .hangsUp());

    assertThat(hotline.dialect()).isEqualTo("nan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "9", "#"})
  void silenceOrAWrongKeyGoesOnAsBefore(String key) {
    caller.hears("greeting").says("三号楼电梯坏了").hears("ask-estate").presses("**");
    caller.hears("dialect-offer");
    if (key.isEmpty()) {
      caller.silent();
    } else {
      caller.presses(key);
    }

    hotline.follows(caller.hears("ask-estate").says("阳光花园").hears("confirm"));

    assertThat(hotline.dialect()).isIn("", "cmn");
    assertThat(hotline.ticket().dialect()).isEmpty();
    assertThat(hotline.ticket().text()).isEqualTo("三号楼电梯坏了");
  }

  @Test
  void theOfferIsRepeatedAsEveryPromptIs() {
    hotline.follows(
        caller
            .hears("greeting")
            .presses("**")
            .hears("dialect-offer")
            .presses("*")
            .hears("dialect-offer")
            .presses("3")
            .hears("dialect-noted")
            .hangsUp());

    assertThat(hotline.dialect()).isEqualTo("yue");
    assertThat(hotline.drafts()).as("she has complained of nothing").isEmpty();
  }

  @Test
  void starsWithSomethingBetweenOnlyRepeat() {
    hotline.follows(
        caller
            .hears("greeting")
            .presses("*")
            .hears("greeting")
            .says("再说一遍")
            .hears("greeting")
            .presses("*")
            .hears("greeting")
            .says("三号楼电梯坏了")
            .hears("ask-estate"));

    assertThat(hotline.log.transcript()).doesNotContain("请选择您说的话");
  }

  @Test
  void whoIsInDangerIsHeardInTheOfferToo() {
    hotline.follows(
        caller
            .hears("greeting")
            .presses("**")
            .hears("dialect-offer")
            .says("着火了")
            .hears("emergency-confirm"));
  }

  @Test
  void theKeyOfEmergenciesIsThatInTheOfferToo() {
    hotline.follows(
        caller
            .hears("greeting")
            .presses("**")
            .hears("dialect-offer")
            .presses("1")
            .hears("emergency-confirm"));
  }

  @Test
  void inAnEmergencyNothingIsOffered() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("着火了")
            .hears("emergency-confirm")
            .presses("**")
            .hears("emergency-confirm")
            .says("对")
            .hears("emergency-waiting"));

    assertThat(hotline.log.transcript()).doesNotContain("请选择您说的话");
  }

  private String needsOf(ScriptedCaller script) {
    hotline.queues.stays().ends(Waited.talked("1001"));
    hotline.follows(script.hears(QUEUE));
    return hotline.queues.needs().dialect();
  }
}
