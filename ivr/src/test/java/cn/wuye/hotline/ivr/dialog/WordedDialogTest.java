package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.intent.DangerPhrase;
import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.DialogSettings.Hours;
import cn.wuye.hotline.ivr.wording.KeyMenu;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls with a company's own wording. */
class WordedDialogTest {
  private static final DialogSettings NONE = DialogSettings.SHIPPED;

  /** The virtual calls come in on a Monday at 16:00. */
  private static final List<String> MORNINGS =
      List.of("08:30-12:00", "08:30-12:00", "", "", "", "", "");

  private final Hotline hotline = new Hotline();
  private final ScriptedCaller caller = new ScriptedCaller();

  @Test
  void anOwnPhraseMakesATicketOfItsCategory() {
    hotline
        .wordedBy(
            NONE.withLexicon(
                List.of(
                    new LexiconPhrase(
                        "丰巢柜*打不开", List.of(), "facilities", "public-fixtures", 3, "", "")),
                List.of()))
        .knowingTheCaller()
        .follows(caller.hears("greeting").says("楼下丰巢柜打不开").hears("confirm").says("对"));

    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("public-fixtures");
  }

  @Test
  void anOwnEmergencyWordInterrupts() {
    hotline
        .wordedBy(NONE.withDangers(List.of(new DangerPhrase("锂电池鼓包", "fire")), List.of()))
        .follows(
            caller
                .hears("greeting")
                .says("我家锂电池鼓包了")
                .hears("emergency-confirm")
                .silent()
                .hears("emergency-registered"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
  }

  @Test
  void keysLeadWhereTheCompanyWants() {
    hotline
        .wordedBy(
            NONE.withKeys(
                List.of(
                    new KeyMenu.Key("2", "environment", "卫生"),
                    new KeyMenu.Key("8", "progress", "查进度"))))
        .knowingTheCaller()
        .follows(
            caller.hears("greeting").presses("2").hears("ask-details").silent().hears("confirm"));

    assertThat(hotline.ticket().intent().category()).isEqualTo("environment");
    assertThat(hotline.ticket().text()).isEqualTo("按键2：卫生");
  }

  @Test
  void aKeyForProgressAsksForIt() {
    hotline.phones.answers(FakeDirectory.DESK);
    hotline
        .wordedBy(NONE.withKeys(List.of(new KeyMenu.Key("8", "progress", "查进度"))))
        .follows(caller.hears("greeting").presses("8").hears("ask-ticket-number"));
  }

  @Test
  void outsideOfTheDesksHoursThePeopleOnDutyAreRung() {
    hotline
        .wordedBy(NONE.withHours(new Hours(false, MORNINGS, true, List.of())))
        .follows(
            caller
                .hears("greeting")
                .presses("0")
                .hears("desk-closed")
                .hears("person-waiting")
                .hears("record-message")
                .says("停水一天了"));

    assertThat(hotline.phones.rung()).containsExactly(FakeDirectory.DUTY, FakeDirectory.SECOND);
  }

  @Test
  void whoIsKnownHearsHerEstatesNotice() {
    hotline
        .wordedBy(NONE.withEstateLines(Map.of("sun", "今天下午停水检修。", "lake", "电梯年检。")))
        .knowingTheCaller()
        .follows(caller.hears("greeting").says("停水了").hears("confirm"));

    assertThat(hotline.log.turns().get(0).text()).endsWith("找人请按0。今天下午停水检修。");
  }
}
