package cn.wuye.hotline.backend.message;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes notices to the log until there are channels. */
@Component
class LoggedOutbox implements Outbox {
  private static final Logger log = LoggerFactory.getLogger(LoggedOutbox.class);

  @Override
  public boolean tell(Notice notice) {
    log.info("to tell: {} to {}", notice.event(), notice.to());
    return true;
  }
}
