package cn.wuye.hotline.ivr.speech.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenFormsTest {
  @ParameterizedTest
  @CsvSource({"3号楼, 三号楼", "12号楼, 十二号楼", "20栋, 二十栋", "35号, 三十五号", "10栋, 十栋", "是的。, 是的"})
  void figuresAreSaidAsNumerals(String written, String said) {
    assertThat(SpokenForms.of(written)).containsExactly(said);
  }

  @Test
  void roomsAreSaidFigureByFigureAndOneAlsoAsYao() {
    assertThat(SpokenForms.of("101")).containsExactly("一零一", "幺零幺");
    assertThat(SpokenForms.of("502")).containsExactly("五零二");
  }

  @Test
  void aLoneOneStaysYi() {
    assertThat(SpokenForms.of("一般")).containsExactly("一般");
    assertThat(SpokenForms.of("一单元")).containsExactly("一单元");
  }
}
