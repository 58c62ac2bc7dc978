package cn.wuye.hotline.ivr.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordSheetTest {
  private final RecordSheet sheet = RecordSheet.of(PromptCatalogue.shipped("物业服务").fixed());

  private Optional<String> key(String file) {
    return sheet.lineOf(file).map(line -> line.piece().key());
  }

  @Test
  void everythingButPausesIsToBeSaid() {
    assertThat(sheet.lines()).hasSizeGreaterThan(100);
    assertThat(sheet.lines()).noneMatch(line -> line.piece().key().equals("pause"));
    assertThat(sheet.lines().get(0).file()).isEqualTo("001-greeting-1.wav");
    assertThat(sheet.greetings()).hasSize(2);
  }

  @Test
  void aFileIsOfThePieceThatItsNameOrNumberSays() {
    assertThat(key("greeting-1.m4a")).contains("greeting-1");
    assertThat(key("001-Greeting-1.WAV")).contains("greeting-1");
    assertThat(key("1.mp3")).contains("greeting-1");
    assertThat(key("017 advice-fire.wav")).contains("advice-fire");
    assertThat(key("digit-7.wav")).contains("digit-7");
    assertThat(key("ticket-opened-1.wav")).contains("ticket-opened-1");
  }

  @Test
  void otherFilesAreOfNone() {
    assertThat(key("holiday.wav")).isEmpty();
    assertThat(key("9999.wav")).isEmpty();
    assertThat(key("pause.wav")).isEmpty();
    assertThat(key(".wav")).isEmpty();
  }

  @Test
  void piecesThatAreJoinedAreToBeSaidEvenly() {
    assertThat(sheet.lineOf("digit-1.wav").orElseThrow().hint()).contains("语调平");
    assertThat(sheet.lineOf("ask-details.wav").orElseThrow().hint()).isEmpty();
  }
}
