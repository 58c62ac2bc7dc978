package cn.wuye.hotline.backend.message.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no route to 13800000001        | no route to 138****0001
          +8613800000001 is blocked      | +86*******0001 is blocked
          +6591234567 is blocked         | +65****4567 is blocked
          +85291234567                   | +85*****4567
          +65 9123 4567 is blocked       | +65****4567 is blocked
          to 5551234 failed              | to 55***34 failed
          to 91234567 failed             | to 91****67 failed
          error 21211, status 400        | error 21211, status 400
          wang.li@example.cn is unknown  | w***@example.cn is unknown
          """)
  void hidesNumbersAndAddresses(String told, String shown) {
    assertThat(Masked.text(told)).isEqualTo(shown);
  }
}
