package cn.wuye.hotline.router.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.FakeAmi;
import cn.wuye.hotline.router.exchange.ExchangeFacts.Line;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "NOT_INUSE, ANSWERS",
    "INUSE, ANSWERS",
    "UNAVAILABLE, SILENT",
    "INVALID, NONE",
    "UNKNOWN, UNKNOWN",
    "'', UNKNOWN",
  })
  void theCarriersLineIsReadFromItsDevice(String state, Line line) throws IOException {
    try (FakeAmi asterisk = asterisk(state);
        AmiConnection ami = new AmiConnection(asterisk.settings(), CLOCK)) {
      Exchange exchange = new Exchange(ami, CLOCK);
      ami.start();
      await().until(ami::connected);

      exchange.refresh();

      assertThat(exchange.facts().carrier()).isEqualTo(line);
      assertThat(exchange.facts().version()).contains("22.10.1");
    }
  }

  @Test
  void whatItTellsUnaskedIsKeptUntilTheConnectionIsLost() throws IOException {
    try (FakeAmi asterisk = asterisk("NOT_INUSE");
        AmiConnection ami = new AmiConnection(asterisk.settings(), CLOCK)) {
      Exchange exchange = new Exchange(ami, CLOCK);
      ami.addListener(exchange);
      ami.start();
      await().until(ami::connected);
      exchange.refresh();

      asterisk.say("Event: FullyBooted\nUptime: 60\nLastReload: 60\nStatus: Fully Booted");
      asterisk.say("Event: Registry\nChannelType: PJSIP\nDomain: sip:x\nStatus: Rejected");
      await().until(() -> exchange.facts().registration().isPresent());

      assertThat(exchange.facts().startedAt()).contains(NOW.minusSeconds(60));
      assertThat(exchange.facts().registration()).contains("Rejected");
      asterisk.refusing(true);
      asterisk.cut();
      await().until(() -> exchange.facts().equals(ExchangeFacts.UNKNOWN));
    }
  }

  private static FakeAmi asterisk(String carrier) throws IOException {
    FakeAmi asterisk = new FakeAmi();
    asterisk.on(
        "CoreSettings",
        action -> "Response: Success\nActionID: %ID%\nAsteriskVersion: 22.10.1\n\n");
    asterisk.on(
        "GetVar",
        action ->
            "Response: Success\nActionID: %ID%\nVariable: "
                + action.get("Variable")
                + "\nValue: "
                + carrier
                + "\n\n");
    return asterisk;
  }
}
