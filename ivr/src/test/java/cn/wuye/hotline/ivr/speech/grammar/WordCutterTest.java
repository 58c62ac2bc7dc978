package cn.wuye.hotline.ivr.speech.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordCutterTest {
  private final WordCutter cutter =
      new WordCutter(
          Set.of("电梯", "电", "梯", "坏", "了", "坏了", "转", "人工", "转人", "工", "消防通道", "消防", "通道")
              ::contains);

  @Test
  void takesAsFewWordsAsPossible() {
    assertThat(cutter.cut("电梯坏了")).contains(List.of("电梯", "坏了"));
    assertThat(cutter.cut("消防通道")).contains(List.of("消防通道"));
  }

  @Test
  void doesNotGreedilyTakeAWordThatSpoilsTheRest() {
    WordCutter greedyTrap = new WordCutter(Set.of("转人", "转", "人工")::contains);
    assertThat(greedyTrap.cut("转人工")).contains(List.of("转", "人工"));
  }

  @Test
  void fallsBackToSingleCharacters() {
    assertThat(cutter.cut("梯了")).contains(List.of("梯", "了"));
  }

  @Test
  void saysSoWhenAPhraseCannotBeSpelled() {
    assertThat(cutter.cut("电梯龘")).isEmpty();
    assertThat(cutter.cut("")).isEmpty();
  }
}
