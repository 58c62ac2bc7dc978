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

  @ParameterizedTest
  @CsvSource({
    "A栋, 诶栋",
    "ｂ座, 必座 逼座",
    "F2座, 艾弗二座 爱福二座",
    "3#, 三号楼",
    "3#楼, 三号楼",
    "3#号楼, 三号楼",
    "12#栋, 十二栋",
    "Ⅱ期, 二期",
    "阳光·花园（北区）, 阳光花园北区",
    "R&F中心, 阿艾弗中心 阿尔爱福中心",
  })
  void lettersAndSignsOfNamesAreSaid(String written, String said) {
    assertThat(SpokenForms.of(written)).containsExactly(said.split(" "));
  }
}
