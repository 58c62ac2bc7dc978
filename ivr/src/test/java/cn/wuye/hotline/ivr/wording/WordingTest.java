package cn.wuye.hotline.ivr.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.intent.DangerPhrase;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.intent.ShippedPhrase;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final DialogSettings NONE = DialogSettings.SHIPPED;

  @Test
  void withoutChangesItIsWhatIsShipped() {
    Wording wording = Wording.shipped("安居物业");

    assertThat(wording.catalogue().fixed()).contains(new Fixed("goodbye", "感谢您的来电，再见。"));
    assertThat(wording.emergencies().list()).isEqualTo(Wording.shippedEmergencies().list());
    assertThat(wording.intents().phrases()).hasSizeGreaterThan(3000);
    assertThat(wording.keys()).isEqualTo(KeyMenu.SHIPPED);
  }

  @Test
  void changedWordsHaveFilesOfTheirOwn() {
    String text = "您好，{company}，会录音。{home}找人按0。";
    Prompt greeting = greeting(of(NONE.withPrompts(Map.of("greeting", text))));
    Prompt other = greeting(of(NONE.withPrompts(Map.of("greeting", "再次" + text))));

    assertThat(greeting.key()).isEqualTo("greeting");
    assertThat(greeting.text()).isEqualTo("您好，安居物业，会录音。找人按0。");
    assertThat(file(greeting)).matches("greeting.*-x[0-9a-f]{8}").isNotEqualTo(file(other));
    assertThat(file(greeting(of(NONE.withPrompts(Map.of("greeting", shippedGreeting()))))))
        .startsWith("greeting")
        .doesNotContain("-x");
  }

  @Test
  void otherKeysAreReadOutByThemselves() {
    Wording wording =
        of(
            NONE.withKeys(
                List.of(
                    new KeyMenu.Key("2", "environment", "卫生"),
                    new KeyMenu.Key("7", "progress", "查进度"))));

    assertThat(wording.catalogue().prompt("ask-problem-keys").text())
        .isEqualTo("对不起，没有听懂。请按键选择。卫生按2，查进度按7。紧急情况按1，找人按0。");
    assertThat(wording.catalogue().prompt("ask-category").text()).endsWith("卫生按2。");
  }

  @Test
  void theShippedMenuIsReadOutAsItIsShipped() {
    assertThat(KeyMenu.SHIPPED.allKeys())
        .isEqualTo(Wording.shipped("甲").catalogue().prompt("ask-problem-keys").text());
    assertThat(KeyMenu.SHIPPED.categoryKeys())
        .isEqualTo(Wording.shipped("甲").catalogue().prompt("ask-category").text());
  }

  @Test
  void ownPhrasesAreUnderstoodWithTheirSynonyms() {
    LexiconPhrase own =
        new LexiconPhrase(
            "丰巢柜", List.of("快递箱*打不开"), "facilities", "parcel-lockers", 3, "", "urgent");
    Wording wording = of(NONE.withLexicon(List.of(own), List.of()));

    Intent intent = wording.intents().read("楼下丰巢柜").orElseThrow();
    assertThat(intent.category()).isEqualTo("facilities");
    assertThat(intent.subcategory()).isEqualTo("parcel-lockers");
    assertThat(intent.urgency()).isEqualTo("urgent");
    assertThat(wording.intents().read("快递箱又打不开").orElseThrow().subcategory())
        .isEqualTo("parcel-lockers");
    assertThat(Wording.shipped("甲").intents().read("楼下丰巢柜")).isEmpty();
    assertThat(wording.intents().explain("楼下丰巢柜").counted().get(0).phrase()).isEqualTo("丰巢柜");
  }

  @Test
  void aPhraseThatIsSwitchedOffDoesNotCount() {
    List<ShippedPhrase> lift =
        Wording.shippedReader().phrases().stream()
            .filter(each -> each.topic().equals("facilities/lift"))
            .toList();
    Wording wording = of(NONE.withLexicon(List.of(), lift));

    assertThat(Wording.shipped("甲").intents().read("电梯坏了").orElseThrow().subcategory())
        .isEqualTo("lift");
    assertThat(wording.intents().read("电梯坏了").map(Intent::subcategory)).isNotEqualTo("lift");
  }

  @Test
  void emergencyWordsComeAndGo() {
    Wording wording =
        of(NONE.withDangers(List.of(new DangerPhrase("丰巢柜冒泡", "fire")), List.of("打火花")));

    assertThat(wording.emergencies().spotted("丰巢柜冒泡了")).isPresent();
    assertThat(wording.emergencies().phrases()).contains("丰巢柜冒泡").doesNotContain("打火花");
    assertThat(wording.intents().read("丰巢柜冒泡了").orElseThrow().emergency()).isTrue();
    assertThat(Wording.shippedEmergencies().spotted("插座打火花")).isPresent();
    assertThat(wording.emergencies().spotted("插座打火花")).isEmpty();
  }

  @Test
  void anEstatesLineFollowsTheGreeting() {
    Wording wording = of(NONE.withEstateLines(Map.of("7", "今天下午停水检修。")));

    assertThat(wording.estateLine("7").text()).isEqualTo("今天下午停水检修。");
    assertThat(wording.estateLine("8").text()).isEmpty();
    assertThat(wording.spokenLines()).hasSize(1);
  }

  private static String shippedGreeting() {
    return Wording.shipped("甲").catalogue().text("greeting");
  }

  private static Prompt greeting(Wording wording) {
    return wording.catalogue().prompt("greeting", Map.of("home", List.of()));
  }

  private static String file(Prompt prompt) {
    return ((Fixed) prompt.pieces().get(0)).key();
  }

  private static Wording of(DialogSettings settings) {
    return Wording.of(1, settings, "安居物业");
  }
}
