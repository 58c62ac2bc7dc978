package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets the campaign go round every second, where this node phones. */
@Component
class CampaignWorker {
  private static final Logger log = LoggerFactory.getLogger(CampaignWorker.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Campaign campaign;
  private final boolean enabled;
  private final Periodically rounds;

  CampaignWorker(Campaign campaign, CampaignProperties properties) {
    this.campaign = campaign;
    this.enabled = properties.enabled();
    this.rounds = new Periodically("survey-campaign", EVERY, this::round);
    campaign.whenEnded(rounds::now);
  }

  @EventListener
  void start(SchemaReady now) {
    if (enabled) {
      rounds.start();
    }
  }

  @PreDestroy
  void stop() {
    rounds.close();
  }

  private void round() {
    try {
      campaign.round();
    } catch (DataAccessException | TransactionException away) {
      log.info("surveys wait, the database is away: {}", away.getMessage());
    }
  }
}
