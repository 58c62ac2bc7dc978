package cn.wuye.hotline.backend.message.outbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.HotlineApplication;
import cn.wuye.hotline.backend.database.RealDatabase;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class OutboxMariaDbIT extends CallCases {
  private static final RealDatabase.Schema SCHEMA =
      RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(OutboxMariaDbIT.class);

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    SCHEMA.register(registry);
    properties(registry);
  }

  /** A node of its own whose provider does not answer yet, killed with the message in its hands. */
  @Test
  void aNodeThatIsKilledWhileItSendsLosesNothing() throws Exception {
    PROVIDER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200).withFixedDelay(25_000)));
    outbox.tell(toStaff());
    Process node = node();
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> !requests().isEmpty() || !node.isAlive());
      assertThat(node.isAlive()).as("see target/killed-node.log").isTrue();
    } finally {
      node.destroyForcibly();
      assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(only().state()).isEqualTo(MessageState.WAITING);
    assertThat(sender.sendNext()).isFalse();

    PROVIDER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200)));
    travelTo(Objects.requireNonNull(only().nextAttemptAt()));
    assertThat(sender.sendNext()).isTrue();

    assertThat(only().state()).isEqualTo(MessageState.SENT);
    assertThat(only().attempts()).isEqualTo(2);
    List<LoggedRequest> all = PROVIDER.findAll(postRequestedFor(anyUrl()));
    assertThat(all).hasSize(2);
    assertThat(all.get(0).getBodyAsString()).isEqualTo(all.get(1).getBodyAsString());
  }

  private static Process node() throws IOException {
    Path log = Path.of("target/killed-node.log");
    Files.createDirectories(log.getParent());
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx300m",
            "-cp",
            System.getProperty("java.class.path"),
            HotlineApplication.class.getName(),
            "--server.port=0",
            "--spring.datasource.url=" + SCHEMA.url(),
            "--spring.datasource.username=" + SCHEMA.user(),
            "--spring.datasource.password=" + SCHEMA.password(),
            "--hotline.home=target/killed-node-home",
            "--hotline.node-id=node-9",
            "--hotline.telephony.enabled=false",
            "--hotline.message.workers=1",
            "--hotline.sms.provider=http",
            "--hotline.sms.timeout=30s",
            "--hotline.sms.http.url=" + PROVIDER.baseUrl() + "/send",
            "--hotline.telephony.name=幸福物业")
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static void travelTo(Instant then) {
    CLOCK.pass(Duration.between(CLOCK.instant(), then));
  }
}
