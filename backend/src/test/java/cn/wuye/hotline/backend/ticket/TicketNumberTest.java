package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {
  /** German VAT and tax numbers have the same check digit; these are their published examples. */
  @Test
  void checkDigitIsThatOfIso7064() {
    assertThat(TicketNumber.ofSequence(13_669_597).value()).isEqualTo(136_695_976);
    assertThat(TicketNumber.ofSequence(8_609_574_271L).value()).isEqualTo(86_095_742_719L);
  }

  @Test
  void theFirstTicketHasSevenDigits() {
    assertThat(TicketNumber.ofSequence(100_000).toString()).hasSize(7);
  }

  @Test
  void everySingleWrongDigitIsNoticed() {
    for (long sequence = 100_000; sequence < 101_000; sequence++) {
      String right = TicketNumber.ofSequence(sequence).toString();
      for (int i = 0; i < right.length(); i++) {
        for (char digit = '0'; digit <= '9'; digit++) {
          String heard = right.substring(0, i) + digit + right.substring(i + 1);
          assertThat(TicketNumber.find(heard).isPresent()).isEqualTo(heard.equals(right));
        }
      }
    }
  }

  @Test
  void nearlyAllNeighboursThatAreSwappedAreNoticed() {
    int swapped = 0;
    int missed = 0;
    for (long sequence = 100_000; sequence < 110_000; sequence++) {
      String right = TicketNumber.ofSequence(sequence).toString();
      for (int i = 0; i + 1 < right.length(); i++) {
        if (right.charAt(i) != right.charAt(i + 1)) {
          String heard =
              right.substring(0, i)
                  + right.charAt(i + 1)
                  + right.charAt(i)
                  + right.substring(i + 2);
          swapped++;
          missed += TicketNumber.find(heard).isPresent() ? 1 : 0;
        }
      }
    }
    assertThat(missed).isLessThan(swapped / 40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "7",
        "136695975",
        "-136695976",
        "0136695976",
        "136695976x",
        "99999999999999999999"
      })
  void whatIsNoTicketNumberIsNotFound(String text) {
    assertThat(TicketNumber.find(text)).isEmpty();
    assertThatThrownBy(() -> TicketNumber.parse(text)).hasMessageContaining("ticket number");
  }

  @Test
  void aRangeGivesItsNumbersAndNoOthers() {
    NumberRange range = new NumberRange(100_000, 100_002);

    assertThat(range.size()).isEqualTo(3);
    assertThat(range.number(2).sequence()).isEqualTo(100_002);
    assertThatThrownBy(() -> range.number(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
