package cn.wuye.hotline.backend.message.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.message.template.Medium;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.json.JsonMapper;

class ChannelConfigurationTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withBean(Clock.class, Clock::systemUTC)
          .withBean(JsonMapper.class, () -> JsonMapper.builder().build())
          .withUserConfiguration(Properties.class, ChannelConfiguration.class);

  @EnableConfigurationProperties({SmsProperties.class, MailProperties.class})
  static class Properties {}

  @Test
  void withoutSettingsThereIsNoChannel() {
    runner.run(context -> assertThat(context.getBean(Channels.class).any()).isFalse());
  }

  @Test
  void smsComesBeforeMail() {
    runner
        .withPropertyValues(
            "hotline.sms.provider=twilio",
            "hotline.sms.twilio.account=AC1",
            "hotline.sms.twilio.token=secret",
            "hotline.sms.twilio.from=+12025550100",
            "hotline.mail.host=mail.example.cn")
        .run(
            context ->
                assertThat(context.getBean(Channels.class).all())
                    .extracting(MessageChannel::medium)
                    .containsExactly(Medium.SMS, Medium.EMAIL));
  }

  @Test
  void aProviderWithoutWhatItNeedsStopsTheStartAndSaysWhat() {
    runner
        .withPropertyValues("hotline.sms.provider=twilio", "hotline.sms.twilio.account=AC1")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasStackTraceContaining("hotline.sms.provider=twilio needs"));
    runner
        .withPropertyValues("hotline.sms.provider=pigeon")
        .run(context -> assertThat(context.getStartupFailure()).isNotNull());
    runner
        .withPropertyValues("hotline.sms.twilio.public-url=https://hotline.example.cn/")
        .run(context -> assertThat(context.getStartupFailure()).isNotNull());
  }

  /** As docs/operations.md names them; this one holds braces and stands in no file of ours. */
  @Test
  void theBodyComesFromTheEnvironment() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("HOTLINE_SMS_HTTP_BODY", "{\"to\":\"{to}\"}")));

    SmsProperties bound = Binder.get(environment).bindOrCreate("hotline.sms", SmsProperties.class);

    assertThat(bound.http().body()).isEqualTo("{\"to\":\"{to}\"}");
    assertThat(bound.http().method()).isEqualTo("POST");
  }

  @Test
  void secretsAreNotShown() {
    SmsProperties.Twilio twilio =
        new SmsProperties.Twilio("AC1", "very-secret", "", "https://api.twilio.com", "");
    SmsProperties.Http http =
        new SmsProperties.Http("https://sms.cn", "POST", "Key: very-secret", "", "", "0", "");

    assertThat(twilio + " " + http).doesNotContain("very-secret");
  }
}
