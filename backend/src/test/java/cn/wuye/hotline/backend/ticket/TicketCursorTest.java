package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketCursorTest {
  @Test
  void isReadBackFromItsText() {
    TicketCursor cursor =
        new TicketCursor(
            Instant.parse("2026-03-01T02:03:04.567Z"), TicketNumber.ofSequence(100_000));

    assertThat(TicketCursor.find(cursor.toString())).contains(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1-", "-136695976", "1-136695975", "1-136695976-1", "x-136695976"})
  void otherTextIsNone(String text) {
    assertThat(TicketCursor.find(text)).isEmpty();
  }
}
