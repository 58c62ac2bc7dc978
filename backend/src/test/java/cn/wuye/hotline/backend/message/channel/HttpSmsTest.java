package cn.wuye.hotline.backend.message.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HttpSmsTest extends ProviderCase {
  private static final String JSON_BODY =
      "{\"mobile\":\"{to}\",\"content\":\"{text}\",\"requestId\":\"{id}\"}";

  private SendResult send(SmsProperties.Http settings) {
    return send(settings, exchange());
  }

  private static SendResult send(SmsProperties.Http settings, HttpExchange exchange) {
    return new HttpSms(settings, exchange, JsonMapper.builder().build()).send(MESSAGE);
  }

  private SmsProperties.Http json(String successField) {
    return new SmsProperties.Http(
        server.baseUrl() + "/send",
        "POST",
        "Authorization: Bearer abc | X-Request: {id}",
        JSON_BODY,
        successField,
        "0",
        "/data/msgId");
  }

  private void answers(int status, String body) {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  @Test
  void theBodyIsJsonWhateverTheTextHolds() {
    answers(200, "{\"code\":0,\"data\":{\"msgId\":\"77\"}}");

    assertThat(send(json("/code"))).isEqualTo(new SendResult.Accepted("77"));
    server.verify(
        postRequestedFor(urlPathEqualTo("/send"))
            .withHeader("Authorization", equalTo("Bearer abc"))
            .withHeader("X-Request", equalTo("hotline-42"))
            .withRequestBody(
                equalToJson(
                    "{\"mobile\":\"13800000001\",\"content\":\"【幸福物业】工单\\\"10000017\\\"已受理\","
                        + "\"requestId\":\"hotline-42\"}")));
  }

  @Test
  void aFormOrAnAddressIsEscapedAsSuch() {
    answers(200, "ok");
    SmsProperties.Http form =
        new SmsProperties.Http(
            server.baseUrl() + "/form?id={id}",
            "POST",
            "Content-Type: application/x-www-form-urlencoded",
            "to={e164}&text={text}",
            "",
            "",
            "");
    SmsProperties.Http get =
        new SmsProperties.Http(
            server.baseUrl() + "/get?to={to}&text={text}", "GET", "", "", "", "", "");

    assertThat(send(form)).isEqualTo(new SendResult.Accepted(""));
    assertThat(send(get)).isEqualTo(new SendResult.Accepted(""));
    server.verify(
        postRequestedFor(urlPathEqualTo("/form"))
            .withQueryParam("id", equalTo("hotline-42"))
            .withFormParam("to", equalTo("+8613800000001"))
            .withFormParam("text", equalTo(MESSAGE.text())));
    server.verify(
        getRequestedFor(urlPathEqualTo("/get")).withQueryParam("text", equalTo(MESSAGE.text())));
  }

  @Test
  void aRefusalInsideASuccessIsNoSuccess() {
    answers(200, "{\"code\":1007,\"msg\":\"签名未报备 13800000001\"}");

    assertThat(send(json("/code")))
        .isInstanceOfSatisfying(
            SendResult.Failed.class,
            failed -> assertThat(failed.why()).contains("1007").doesNotContain("13800000001"));
  }

  @Test
  void aBodyThatStallsHoldsNobody() {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(200)
                    .withBody("x".repeat(1000))
                    .withChunkedDribbleDelay(100, 60_000)));
    long start = System.nanoTime();

    assertThat(send(json("")))
        .isInstanceOfSatisfying(
            SendResult.Failed.class, failed -> assertThat(failed.why()).contains("no answer"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.multipliedBy(10));
  }

  @Test
  void ofAnEndlessAnswerOnlyTheBeginningIsRead() {
    HttpExchange patient = new HttpExchange(Duration.ofSeconds(20), clock);
    answers(200, "{\"data\":{\"msgId\":\"77\"},\"more\":\"" + "x".repeat(500_000) + "\"}");
    assertThat(send(json(""), patient)).isEqualTo(new SendResult.Accepted(""));

    answers(422, "号".repeat(500_000));
    assertThat(send(json(""), patient))
        .isInstanceOfSatisfying(
            SendResult.Refused.class,
            refused -> assertThat(refused.why()).startsWith("HTTP 422 号"));
  }

  @Test
  void statusesMeanWhatTheyMeanEverywhere() {
    answers(422, "bad");
    assertThat(send(json(""))).isInstanceOf(SendResult.Refused.class);

    answers(502, "");
    assertThat(send(json(""))).isInstanceOf(SendResult.Failed.class);

    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(503)
                    .withHeader("Retry-After", "Mon, 02 Mar 2026 02:05:00 GMT")));
    assertThat(send(json("")))
        .isInstanceOfSatisfying(
            SendResult.Failed.class,
            failed -> assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(5)));
  }
}
