package cn.wuye.hotline.backend.message.outbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.ForkFolder;
import cn.wuye.hotline.backend.NodeProcess;
import cn.wuye.hotline.backend.database.RealDatabase;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class OutboxMariaDbIT extends CallCases {
  private static final RealDatabase.Schema SCHEMA =
      RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(OutboxMariaDbIT.class);

  @Autowired Environment environment;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    SCHEMA.register(registry);
    properties(registry);
  }

  /** A node of its own whose provider does not answer yet, killed with the message in its hands. */
  @Test
  void aNodeThatIsKilledWhileItSendsLosesNothing() {
    PROVIDER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200).withFixedDelay(25_000)));
    outbox.tell(toStaff());
    try (NodeProcess node = node()) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> !requests().isEmpty() || !node.alive());
      assertThat(node.alive()).as("see target/node-node-9.log").isTrue();
      node.kill();
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

  private NodeProcess node() {
    return NodeProcess.start(
        "node-9",
        ForkFolder.of("killed-node-home"),
        environment,
        "--hotline.telephony.enabled=false",
        "--hotline.message.workers=1",
        "--hotline.sms.provider=http",
        "--hotline.sms.timeout=30s",
        "--hotline.sms.http.url=" + PROVIDER.baseUrl() + "/send",
        "--hotline.telephony.name=幸福物业");
  }

  private static void travelTo(Instant then) {
    CLOCK.pass(Duration.between(CLOCK.instant(), then));
  }
}
