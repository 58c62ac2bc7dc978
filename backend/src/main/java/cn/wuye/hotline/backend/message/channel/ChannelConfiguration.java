package cn.wuye.hotline.backend.message.channel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {
  private static final Logger log = LoggerFactory.getLogger(ChannelConfiguration.class);

  @Bean
  Channels messageChannels(SmsProperties sms, MailProperties mail, JsonMapper json, Clock clock) {
    List<MessageChannel> channels = new ArrayList<>();
    HttpExchange exchange = new HttpExchange(sms.timeout(), clock);
    switch (sms.provider()) {
      case "twilio" -> channels.add(new TwilioSms(sms.twilio(), exchange));
      case "http" -> channels.add(new HttpSms(sms.http(), exchange, json));
      default -> log.info("no SMS provider is configured; hotline.sms.provider names one");
    }
    if (!mail.host().isEmpty()) {
      channels.add(new SmtpMail(mail));
    }
    return new Channels(channels);
  }
}
