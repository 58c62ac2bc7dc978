package cn.wuye.hotline.backend.message.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {
  private static TemplateText text(String text) {
    return TemplateText.parse(text).orElseThrow();
  }

  @Test
  void variablesAreReplaced() {
    TemplateText text = text("工单{number}，{who}处理");

    assertThat(text.variables()).containsExactly("number", "who");
    assertThat(text.with(Map.of("number", "10000017", "who", "王师傅 ")))
        .isEqualTo("工单10000017，王师傅处理");
  }

  @Test
  void anOptionalPartGoesWithItsVariable() {
    TemplateText text = text("派给您[，{due}前完成][：{link}]。");

    assertThat(text.with(Map.of("due", "18:00"))).isEqualTo("派给您，18:00前完成。");
    assertThat(text.with(Map.of("link", " "))).isEqualTo("派给您。");
  }

  @Test
  void aValueIsNeverReadAsATemplate() {
    assertThat(text("{done}").with(Map.of("done", "换了[{who}] $1 \\ 配件")))
        .isEqualTo("换了[{who}] $1 \\ 配件");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "}", "a}b", "{Due}", "{}", "[a", "a]", "[a[b]c]", "{a {b}}"})
  void bracketsThatDoNotMatchAreNoTemplate(String text) {
    assertThat(TemplateText.parse(text)).isEqualTo(Optional.empty());
  }
}
