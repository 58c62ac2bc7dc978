package cn.wuye.hotline.backend.message.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.message.Webhooks;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;

class WebhookChannelTest extends ProviderCase {
  private static final byte[] KEY = "geheim".getBytes(StandardCharsets.UTF_8);
  private static final String BODY = "{\"type\":\"task-offered\",\"ticket\":\"1000009\"}";

  private SendResult send(int attempt) {
    return send(there(), attempt, Duration.ofSeconds(10));
  }

  private Webhooks.Where there() {
    return new Webhooks.There(URI.create(server.baseUrl() + "/hook"), KEY);
  }

  private SendResult send(Webhooks.Where where, int attempt, Duration timeout) {
    return new WebhookChannel(provider(company -> where), clock, timeout)
        .send(new OutgoingText(42, attempt, "otis", "", BODY));
  }

  private static ObjectProvider<Webhooks> provider(Webhooks webhooks) {
    return new ObjectProvider<>() {
      @Override
      public Stream<Webhooks> stream() {
        return Stream.of(webhooks);
      }

      @Override
      public Webhooks getIfAvailable() {
        return webhooks;
      }

      @Override
      public Webhooks getObject() {
        return webhooks;
      }
    };
  }

  @Test
  void itIsSignedAndItsIdIsTheSameForEveryAttempt() throws Exception {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

    assertThat(send(1)).isEqualTo(new SendResult.Accepted(""));
    assertThat(send(2)).isEqualTo(new SendResult.Accepted(""));

    List<LoggedRequest> sent = server.findAll(postRequestedFor(anyUrl()));
    assertThat(sent)
        .extracting(request -> request.getHeader("Webhook-Id"))
        .containsOnly("hotline-42");
    LoggedRequest first = sent.get(0);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    String signed =
        first.getHeader("Webhook-Id")
            + "."
            + first.getHeader("Webhook-Timestamp")
            + "."
            + first.getBodyAsString();
    assertThat(first.getHeader("Webhook-Timestamp"))
        .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
    assertThat(first.getHeader("Webhook-Signature"))
        .isEqualTo(
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void itIsTriedAgainLater(int status) {
    server.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(status).withHeader("Retry-After", "90")));

    assertThat(send(1))
        .isInstanceOfSatisfying(
            SendResult.Failed.class,
            failed -> assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(90)));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 410})
  void whatTryingAgainDoesNotHelpWaitsForAPerson(int status) {
    server.stubFor(
        any(anyUrl())
            .willReturn(aResponse().withStatus(status).withHeader("Location", "http://10.0.0.1/")));

    assertThat(send(1)).isInstanceOf(SendResult.Refused.class);
    assertThat(server.findAll(postRequestedFor(anyUrl()))).hasSize(1);
  }

  @Test
  void aSystemThatDoesNotAnswerIsAskedAgainAndAForbiddenOneNever() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(2_000)));

    assertThat(send(there(), 1, TIMEOUT)).isInstanceOf(SendResult.Failed.class);
    assertThat(send(new Webhooks.Nowhere("the address is not https"), 1, TIMEOUT))
        .isEqualTo(new SendResult.Refused("the address is not https"));
  }
}
