package cn.wuye.hotline.backend.moving;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, times and numbers as people write them. */
class ReadingTest {
  @Test
  void headersAreFoundInAnyOrderAndDressAndUnknownOnesAreTold() {
    Header header =
        Header.of(Sheet.RESIDENTS, List.of(" 房 号", "姓名*", "手机号（必填）", "备注", "Estate", "姓名"));

    assertThat(header.columns().values()).containsExactly("room", "name", "phones", "estate");
    assertThat(header.letters()).containsEntry("phones", "C");
    assertThat(header.unknown().values()).containsExactly("备注", "姓名");
    assertThat(header.missing()).isEmpty();
    assertThat(Header.of(Sheet.RESIDENTS, List.of("姓名")).missing()).containsExactly("estate");
  }

  @Test
  void aTableIsKnownByItsHeadersToo() {
    assertThat(Sheet.withHeaders(List.of("姓名", "电话", "小区", "房号"))).contains(Sheet.RESIDENTS);
    assertThat(Sheet.withHeaders(List.of("小区", "楼栋"))).contains(Sheet.BUILDINGS);
    assertThat(Sheet.withHeaders(List.of("甲", "乙"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-03-01 08:30",
        "2025/3/1 8:30",
        "2025-03-01T08:30:00",
        "2025年3月1日 8时30分",
        "2025-03-01T00:30:00Z",
        "2025-03-01 08:30:00.000"
      })
  void momentsAreMeantWhereTheEstatesAre(String text) {
    assertThat(Times.read(text)).contains(Instant.parse("2025-03-01T00:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"昨天", "2025-02-30", "2025-03-01 25:00", "45000", "0001-01-01"})
  void whatIsNoMomentIsNone(String text) {
    assertThat(Times.read(text)).isEmpty();
  }

  @Test
  void numbersLoseTheirDressAndMobilesWithADigitTooFewAreNone() {
    assertThat(Phones.read("138-0000 0001")).contains(new PhoneNumber("13800000001"));
    assertThat(Phones.read("（0571）8765 4321")).contains(new PhoneNumber("057187654321"));
    assertThat(Phones.read("1001")).contains(new PhoneNumber("1001"));
    assertThat(Phones.read("1380000001")).isEmpty();
    assertThat(Phones.read("138000000011")).isEmpty();
    assertThat(Phones.read("没有")).isEmpty();
  }
}
