package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The switch by which people hold the campaign; every node looks at it before it phones. */
@Component
public class CampaignSwitch {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  CampaignSwitch(JdbcClient jdbc, Transactions transactions, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** How it stands. */
  public SwitchState state() {
    return Coded.of(
        SwitchState.class,
        jdbc.sql("SELECT state FROM campaign_switch WHERE id = 1").query(String.class).single());
  }

  /**
   * Sets it; every node has noticed a second later.
   *
   * @param login who does it
   */
  public void set(SwitchState state, String login) {
    transactions.run(
        () -> {
          int changed =
              jdbc.sql(
                      "UPDATE campaign_switch SET state = :state, changed_by = :login,"
                          + " changed_at = :now WHERE id = 1 AND state <> :state")
                  .param("state", state.code())
                  .param("login", login)
                  .param("now", Utc.column(Utc.now(clock)))
                  .update();
          if (changed == 1) {
            audit.record(
                Audit.user(login),
                AuditAction.SETTING_CHANGED,
                "survey-campaign",
                Map.of("state", state.code()));
          }
          return changed;
        });
  }
}
