package cn.wuye.hotline.caller.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReservationTest {
  /** Beyond those that are given to instances, and of no other test run. */
  private static final int FIRST = (int) (100_000 + ProcessHandle.current().pid() * 10);

  @Test
  void aNumberIsGivenOnceUntilItIsGivenBack() throws IOException {
    try (Reservation second = taken()) {
      assertThat(second.number()).isEqualTo(FIRST + 1);
      try (Reservation again = Reservation.first(FIRST, FIRST + 1, number -> true)) {
        assertThat(again.number()).isEqualTo(FIRST);
      }
    }
  }

  private static Reservation taken() throws IOException {
    try (Reservation first = Reservation.first(FIRST, FIRST + 1, number -> true)) {
      assertThat(first.number()).isEqualTo(FIRST);
      return Reservation.first(FIRST, FIRST + 1, number -> true);
    }
  }

  @Test
  void whatAlreadyRunsIsLeftAlone() throws IOException {
    try (Reservation other = Reservation.first(FIRST, FIRST + 1, number -> number > FIRST)) {
      assertThat(other.number()).isEqualTo(FIRST + 1);
    }
    assertThatThrownBy(() -> Reservation.first(FIRST, FIRST, number -> false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no free HOTLINE_INSTANCE");
  }
}
