package cn.wuye.hotline.backend.message.channel;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import cn.wuye.hotline.backend.database.SettableClock;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A provider that is not there. */
abstract class ProviderCase {
  static final OutgoingText MESSAGE =
      new OutgoingText(42, 3, "+8613800000001", "", "【幸福物业】工单\"10000017\"已受理");
  static final Duration TIMEOUT = Duration.ofMillis(500);

  final Clock clock = new SettableClock(Instant.parse("2026-03-02T02:00:00Z"));
  final WireMockServer server = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void open() {
    server.start();
  }

  @AfterEach
  void close() {
    server.stop();
  }

  final HttpExchange exchange() {
    return new HttpExchange(TIMEOUT, clock);
  }
}
