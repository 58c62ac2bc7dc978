package cn.wuye.hotline.ivr.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterErrorsTest {
  @ParameterizedTest
  @CsvSource({"'电梯坏了。', 电梯坏了, 0", "电梯坏了, 电视坏了, 1", "电梯坏了, '', 4", "'', 电梯, 2", "三号楼的电梯, 三号电梯坏, 3"})
  void countsWhatIsReplacedLeftOutAndPutIn(String said, String heard, int errors) {
    assertThat(CharacterErrors.between(said, heard)).isEqualTo(errors);
  }
}
