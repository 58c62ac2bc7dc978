package cn.wuye.hotline.backend.message.callback;

import cn.wuye.hotline.backend.message.IncomingText;
import cn.wuye.hotline.backend.message.IncomingTexts;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Hands texts to whoever understands them. */
@Component
class Takers {
  private static final Logger log = LoggerFactory.getLogger(Takers.class);

  private final ObjectProvider<IncomingTexts> takers;

  Takers(ObjectProvider<IncomingTexts> takers) {
    this.takers = takers;
  }

  /** False when the database is away: the provider has to tell them again. */
  boolean take(List<IncomingText> texts) {
    try {
      texts.forEach(text -> takers.stream().forEach(taker -> taker.take(text)));
      return true;
    } catch (DataAccessException | TransactionException away) {
      log.warn(
          "{} texts could not be kept, the provider is told so: {}", texts.size(), away.toString());
      return false;
    }
  }
}
