package cn.wuye.hotline.backend.survey.sms;

import cn.wuye.hotline.backend.message.IncomingText;
import cn.wuye.hotline.backend.message.IncomingTexts;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps what people send by SMS, then makes of it what can be made at once. */
@Component
class Texts implements IncomingTexts {
  private static final Logger log = LoggerFactory.getLogger(Texts.class);

  private final TextRows rows;
  private final TextDesk desk;
  private final Clock clock;

  Texts(TextRows rows, TextDesk desk, Clock clock) {
    this.rows = rows;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void take(IncomingText text) {
    long id = rows.keep(text, Utc.now(clock));
    try {
      desk.settle(id);
    } catch (RuntimeException later) {
      // It is kept: the provider need not tell it again.
      log.warn("{} ({}) is settled within minutes: {}", text, id, later.toString());
    }
  }
}
