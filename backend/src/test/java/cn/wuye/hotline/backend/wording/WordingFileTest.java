package cn.wuye.hotline.backend.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.intent.DangerPhrase;
import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.intent.ShippedPhrase;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.KeyMenu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordingFileTest {
  private static final DialogSettings ALL =
      new DialogSettings(
          Map.of("goodbye", "再见。"),
          Map.of("7", "今天停水。"),
          List.of(new KeyMenu.Key("8", "fees", "收费")),
          List.of(new LexiconPhrase("丰巢柜", List.of("快递柜"), "fees", "", 2.5, "repair", "urgent")),
          List.of(new ShippedPhrase("facilities/lift", "电梯*坏", 1.6)),
          List.of(new DangerPhrase("锂电池鼓包", "fire")),
          List.of("打火花"),
          new DialogSettings.Hours(
              false,
              List.of("08:30-12:00"),
              true,
              List.of(new DialogSettings.Day("2027-02-05", "2027-02-11", "春节", ""))),
          List.of(new LearnedPhrase("nan", "漏水", List.of("老嘴", "老追"))));

  @TempDir Path folder;

  @Test
  void aDocumentIsReadAsItWasWritten() {
    assertThat(SettingsJson.read(SettingsJson.write(ALL))).isEqualTo(ALL);
  }

  @Test
  void whatALaterReleaseAddsIsLeftOutAndWhatItLacksIsNothing() {
    assertThat(SettingsJson.read("{\"voices\": [], \"prompts\": {\"goodbye\": \"再见。\"}}"))
        .isEqualTo(DialogSettings.SHIPPED.withPrompts(Map.of("goodbye", "再见。")));
  }

  @Test
  void theLastVersionIsThereAfterARestart() throws IOException {
    file().write(12, ALL);

    assertThat(file().read().version()).isEqualTo(12);
    assertThat(file().read().keys().find("8")).isPresent();
    assertThat(file().read().emergencies().spotted("锂电池鼓包了")).isPresent();
  }

  @Test
  void withoutAFileOrWithABrokenOneTheShippedWordingServes() throws IOException {
    assertThat(file().read().version()).isZero();
    Files.writeString(
        folder.resolve("wording.json"), "{\"version\": 3, \"settings\": {\"keys\": 4");
    assertThat(file().read().version()).isZero();
  }

  @Test
  void differencesAreTold() {
    assertThat(SettingsChanges.between(DialogSettings.SHIPPED, ALL))
        .containsExactly(
            "prompts + goodbye",
            "estateLines + 7",
            "keys + 8",
            "lexicon + 丰巢柜",
            "lexiconOff + 电梯*坏 facilities/lift",
            "dangers + 锂电池鼓包 fire",
            "dangersOff + 打火花",
            "learned + nan 漏水",
            "hours ~");
    assertThat(SettingsChanges.between(ALL, ALL)).isEmpty();
    assertThat(SettingsChanges.between(ALL, ALL.withKeys(List.of()))).containsExactly("keys - 8");
    assertThat(SettingsChanges.fitted(List.of("a".repeat(50), "b".repeat(50)), 100))
        .isEqualTo("a".repeat(50) + "\n… 1");
  }

  private WordingFile file() {
    return new WordingFile(folder.resolve("wording.json"), new CompanyName("甲"));
  }
}
