package cn.wuye.hotline.ivr.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import cn.wuye.hotline.ivr.prompt.RecordedPrompts.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialectPromptsTest {
  private static final VoiceSet YUE = new VoiceSet("yue");
  private static final PromptCatalogue CATALOGUE = PromptCatalogue.shipped("阳光物业");

  @TempDir Path folder;

  private static Fixed piece(String key) {
    return CATALOGUE.fixed().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Dialect dialect(Map<String, String> prompts) {
    return new Dialect(
        "wuu",
        "上海闲话",
        List.of("上海话"),
        "Shanghainese",
        false,
        Set.of(),
        Map.of(),
        List.of(),
        List.of(),
        prompts);
  }

  @Test
  void everyPieceIsSaidInTheDialectWithTheCompanysName() {
    DialectPrompts dialects = DialectPrompts.shipped();

    assertThat(dialects.words(YUE, piece("greeting-1"))).contains("你好，阳光物业熱線，通話會錄音。");
    assertThat(dialects.words(YUE, piece("greeting-2")))
        .hasValueSatisfying(words -> assertThat(words).startsWith("請直接講"));
    assertThat(dialects.words(new VoiceSet("cmn-sc"), piece("confirm-keys")))
        .contains("对的，请按1。不对，请按2。");
    assertThat(dialects.words(VoiceSet.DEFAULT, piece("greeting-1"))).isEmpty();
    assertThat(dialects.words(YUE, piece("digit-1"))).isEmpty();
  }

  @Test
  void wordsThatACompanyHasWrittenItselfHaveNoneInTheDialect() {
    PromptCatalogue changed = CATALOGUE.with(Map.of("goodbye", "谢谢，再见。"));
    Fixed goodbye = (Fixed) changed.piece("goodbye");

    assertThat(DialectPrompts.shipped().words(YUE, goodbye)).isEmpty();
    assertThat(DialectPrompts.shipped().words(YUE, piece("goodbye"))).contains("多謝你打嚟，再見。");
  }

  @Test
  void aRecordingInTheDialectsWordsIsPlayedAndWhatIsMissingIsMandarin() throws Exception {
    Fixed goodbye = piece("goodbye");
    byte[] recorded = new Sound(new float[777], 8000).pcm();
    RecordedPrompts.store(
        folder,
        Map.of(YUE, Map.of("goodbye", new Entry("多謝你打嚟，再見。", "one"))),
        (set, key) -> Optional.of(WavSound.write(recorded)));
    ToneVoice voice = new ToneVoice();
    PromptAudio caller = new EspeakPrompts(folder, Optional.empty(), voice).by(List.of(YUE));

    assertThat(caller.pcm(new Prompt("", List.of(goodbye)))).hasSize(recorded.length);
    assertThat(voice.said).isEmpty();
    caller.pcm(new Prompt("", List.of(piece("remembered"), new Spoken("阳光花园"))));
    assertThat(voice.said).containsExactly("好的，记住了。", "阳光花园");
  }

  @Test
  void theSheetOfASetHasItsWords() {
    RecordSheet sheet = RecordSheet.of(CATALOGUE.fixed());
    RecordSheet.Line line = sheet.in(YUE).lineOf("goodbye").orElseThrow();

    assertThat(line.words()).isEqualTo("多謝你打嚟，再見。");
    assertThat(line.inDialect()).isTrue();
    assertThat(line.said()).isEqualTo("感谢您的来电，再见。");
    assertThat(sheet.in(VoiceSet.DEFAULT).lines()).isEqualTo(sheet.lines());
  }

  @Test
  void whoAnswersAsSheIsToldIsUnderstood() {
    Pattern yes = Pattern.compile("[請请][講说](.{1,2})，或者");
    Pattern no = Pattern.compile("。([^，。]{1,2})，[請请][撳按]2");
    int told = 0;
    for (Dialect dialect : Dialects.shipped().all()) {
      for (String words : dialect.prompts().values()) {
        Matcher agreement = yes.matcher(words);
        if (agreement.find()) {
          told++;
          assertThat(Commands.shipped().yesOrNo(agreement.group(1))).as(words).contains(true);
          Matcher refusal = no.matcher(words);
          assertThat(refusal.find()).as(words).isTrue();
          assertThat(Commands.shipped().yesOrNo(refusal.group(1))).as(words).contains(false);
        }
      }
    }
    assertThat(told).isEqualTo(6);
  }

  @Test
  void wrongWordsStopTheStart() {
    assertThatThrownBy(() -> new DialectPrompts(List.of(dialect(Map.of("good-by", "再会")))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("/dialects/wuu.yml: prompts: good-by is no prompt");
    assertThatThrownBy(
            () -> new DialectPrompts(List.of(dialect(Map.of("confirm", "{problem}{place}，对伐？")))))
        .hasMessageContaining("confirm wants [{place}, {problem}, …]");
    assertThatThrownBy(
            () -> new DialectPrompts(List.of(dialect(Map.of("greeting", "侬好。{home}请讲。")))))
        .hasMessageContaining("greeting wants [… {company} …, {home}, …]");
  }
}
