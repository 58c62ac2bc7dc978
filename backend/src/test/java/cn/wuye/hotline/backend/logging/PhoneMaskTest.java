package cn.wuye.hotline.backend.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneMaskTest {
  @ParameterizedTest
  @CsvSource({
    "来电13800000001。,来电138****0001。",
    "PJSIP/13800000001@loop,PJSIP/138****0001@loop",
    "caller=19912345678,caller=199****5678",
    "\"phone\":\"13800000001\",\"phone\":\"138****0001\"",
    "+8613800000001,+86138****0001",
    "+86 138 0000 0001,+86 138****0001",
    "138-0000-0001,138****0001",
    "01088886666,010****6666",
    "0755-88886666,0755-****6666",
    "07551234567,0755****4567",
    "13800000001 13900000002,138****0001 139****0002",
  })
  void whatLooksLikeAPhoneNumberIsHidden(String line, String masked) {
    assertThat(PhoneMask.masked(line)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-25T21:03:56.123+08:00  INFO 12345 --- [hotline] [call-17]",
        "[node-1-1763800000.12 1000002] call node-1-1763800000.12 is settled",
        "ticket 1000019 opened, at 1763800000123 ms",
        "stream 0123abcd-0123-4567-8901-123456789012 is expected",
        "loop-00000012 took 0.13800000001 s",
        "400 1234567 and 4001234567, 95588, 110",
        "sip 3848276298220188511@10.0.0.1, id 138000000012",
      })
  void everythingElseIsLeftAlone(String line) {
    assertThat(PhoneMask.masked(line)).isEqualTo(line);
  }

  @Test
  void messagesExceptionsAndContextAreMaskedOnTheirWayOut() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PatternLayoutEncoder lines = new PatternLayoutEncoder();
    lines.setContext(context);
    lines.setPattern("%msg %ex%n");
    lines.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(lines);
    appender.setOutputStream(out);
    appender.start();
    Logger logger = context.getLogger("test");
    logger.setLevel(Level.INFO);
    logger.addAppender(appender);

    MaskedLogs.mask(context);
    MaskedLogs.mask(context);
    logger.info(
        "来电 {} 王",
        "13800000001",
        new IllegalStateException("a", new IllegalArgumentException("no 010-88886666")));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("来电 138****0001 王", "no 010-****6666")
        .doesNotContain("13800000001", "88886666");
  }
}
