package cn.wuye.hotline.backend.message.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSmsTest extends ProviderCase {
  private static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final String PATH = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";

  private SendResult send(String from) {
    return new TwilioSms(settings(from), exchange()).send(MESSAGE);
  }

  private SmsProperties.Twilio settings(String from) {
    return new SmsProperties.Twilio(
        ACCOUNT, "secret", from, server.baseUrl(), "https://hotline.example.cn");
  }

  private void answers(ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlPathEqualTo(PATH)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  @Test
  void aMessageIsTaken() {
    answers(json(201, "{\"sid\":\"SM01\",\"status\":\"queued\",\"unknown_field\":1}"));

    assertThat(send("+12025550100")).isEqualTo(new SendResult.Accepted("SM01"));
    server.verify(
        1,
        postRequestedFor(urlPathEqualTo(PATH))
            .withBasicAuth(
                new com.github.tomakehurst.wiremock.client.BasicCredentials(ACCOUNT, "secret"))
            .withFormParam("To", equalTo("+8613800000001"))
            .withFormParam("From", equalTo("+12025550100"))
            .withFormParam("Body", equalTo(MESSAGE.text()))
            .withFormParam(
                "StatusCallback",
                equalTo("https://hotline.example.cn/callbacks/sms/twilio?message=42&attempt=3")));
  }

  @Test
  void aMessagingServiceMaySendIt() {
    answers(json(201, "{\"sid\":\"SM02\"}"));
    String service = "MG" + "0".repeat(32);

    assertThat(send(service)).isEqualTo(new SendResult.Accepted("SM02"));
    server.verify(
        postRequestedFor(urlPathEqualTo(PATH))
            .withFormParam("MessagingServiceSid", equalTo(service)));
  }

  @Test
  void aWrongNumberIsRefusedForGoodAndMasked() {
    answers(
        json(
            400,
            "{\"code\":21211,\"message\":\"The 'To' number +8613800000001 is not valid\","
                + "\"status\":400}"));

    assertThat(send("+12025550100"))
        .isInstanceOfSatisfying(
            SendResult.Refused.class,
            refused -> assertThat(refused.why()).contains("21211").doesNotContain("13800000001"));
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() {
    answers(json(429, "{\"code\":20429}").withHeader("Retry-After", "120"));

    assertThat(send("+12025550100"))
        .isInstanceOfSatisfying(
            SendResult.Failed.class,
            failed -> assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
    server.verify(1, postRequestedFor(urlPathEqualTo(PATH)));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 500, 503})
  void whatCanBeMendedIsTriedAgainLaterAndOnlyOnceNow(int status) {
    answers(json(status, "<html>busy</html>"));

    assertThat(send("+12025550100"))
        .isInstanceOfSatisfying(
            SendResult.Failed.class,
            failed -> assertThat(failed.why()).contains(String.valueOf(status)));
    server.verify(
        1, postRequestedFor(urlPathEqualTo(PATH)).withHeader("Accept", containing("json")));
  }

  @Test
  void anAnswerThatNeverComesIsNotWaitedFor() {
    answers(json(201, "{\"sid\":\"SM03\"}").withFixedDelay(5_000));

    long begin = System.nanoTime();
    assertThat(send("+12025550100")).isInstanceOf(SendResult.Failed.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aBrokenConnectionOrAnswerIsAFailure() {
    answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(send("+12025550100")).isInstanceOf(SendResult.Failed.class);

    answers(json(201, "no json"));
    assertThat(send("+12025550100")).isInstanceOf(SendResult.Failed.class);
  }

  @Test
  void onlyTwilioSignsCallBacks() {
    SmsProperties sms =
        new SmsProperties(
            "none",
            TIMEOUT,
            new SmsProperties.Twilio(
                ACCOUNT, "12345", "", "https://api.twilio.com", "https://example.com"),
            new SmsProperties.Http("", "POST", "", "", "", "0", ""),
            new SmsProperties.Reply(true, "", "/mobile", "/content", "/id"));
    TwilioCallbacks callbacks = new TwilioCallbacks(sms);
    Map<String, String> form = Map.of("MessageStatus", "delivered", "MessageSid", "SM01");
    String signature =
        TwilioSignature.of(
            "12345", "https://example.com/callbacks/sms/twilio?message=1&attempt=1", form);

    assertThat(callbacks.genuine(TwilioCallbacks.PATH, "message=1&attempt=1", form, signature))
        .isTrue();
    assertThat(callbacks.genuine(TwilioCallbacks.PATH, "message=2&attempt=1", form, signature))
        .isFalse();
    assertThat(callbacks.genuine(TwilioCallbacks.PATH, "message=1&attempt=1", Map.of(), signature))
        .isFalse();
    assertThat(callbacks.genuine(TwilioCallbacks.PATH, "message=1&attempt=1", form, "")).isFalse();
    assertThat(callbacks.genuine(TwilioCallbacks.REPLIES, "", form, signature)).isFalse();
    String reply =
        TwilioSignature.of("12345", "https://example.com/callbacks/sms/twilio/reply", form);
    assertThat(callbacks.genuine(TwilioCallbacks.REPLIES, "", form, reply)).isTrue();
  }
}
