package cn.wuye.hotline.ivr.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptCatalogueTest {
  private final PromptCatalogue catalogue = PromptCatalogue.shipped("安居物业");

  @Test
  void greetsWithTheCompanysName() {
    assertThat(catalogue.prompt("greeting", Map.of("home", List.of())))
        .isEqualTo(
            new Prompt(
                "greeting",
                List.of(
                    new Fixed("greeting-1", "您好，安居物业热线，通话会录音。"),
                    new Fixed("greeting-2", "请直接说发生了什么事；紧急情况请按1，找人请按0。"))));
  }

  @Test
  void cutsAnEntryAtItsSlots() {
    Prompt prompt =
        catalogue.prompt(
            "ask-estate-option",
            Map.of("estate", List.of(new Spoken("阳光花园")), "key", List.of(new Spoken("1"))));

    assertThat(prompt.text()).isEqualTo("阳光花园，请按1。");
    assertThat(prompt.pieces())
        .containsExactly(
            new Spoken("阳光花园"),
            new Fixed("ask-estate-option-1", "，请按"),
            new Spoken("1"),
            new Fixed("ask-estate-option-2", "。"));
  }

  @Test
  void hasEveryFixedPieceOnceUnderAKeyThatCanBeAFileName() {
    assertThat(catalogue.fixed())
        .extracting(Fixed::key)
        .doesNotHaveDuplicates()
        .contains("greeting-1", "fallback-apology", "fallback-record", "fallback-thanks", "digit-1")
        .allMatch(key -> key.matches("[a-z0-9-]+"));
  }

  @Test
  void namesEachDialectAsItsSpeakersDo() {
    assertThat(Dialects.shipped().all())
        .allSatisfy(
            dialect ->
                assertThat(
                        catalogue.text("dialect-name-" + dialect.code().toLowerCase(Locale.ROOT)))
                    .isEqualTo(dialect.name()));
  }

  @Test
  void refusesUnknownKeysAndEmptySlots() {
    assertThatIllegalArgumentException().isThrownBy(() -> catalogue.prompt("no-such-prompt"));
    assertThatIllegalArgumentException().isThrownBy(() -> catalogue.prompt("ticket-opened"));
  }
}
