package cn.wuye.hotline.backend.points;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.user.EstateSettings;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each estate has set. */
@Component
public class PointsRules {
  private final JdbcClient jdbc;
  private final EstateSettings settings;

  PointsRules(JdbcClient jdbc, EstateSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** What holds in an estate. */
  public PointsRule of(EstateId estate) {
    return jdbc.sql("SELECT used, amount FROM points_rule WHERE estate_id = ?")
        .param(estate.value())
        .query((row, n) -> new PointsRule(row.getBoolean("used"), row.getInt("amount")))
        .optional()
        .orElse(PointsRule.SHIPPED);
  }

  /** Sets it for surveys that are answered from now on; by an administrator who sees the estate. */
  public void save(EstateId estate, PointsRule rule, SignedInUser by) {
    settings.change(
        "points",
        estate,
        Map.of("used", rule.used(), "amount", rule.amount()),
        by,
        () ->
            jdbc.sql(
                    "INSERT INTO points_rule (estate_id, used, amount)"
                        + " VALUES (:estate, :used, :amount)"
                        + " ON DUPLICATE KEY UPDATE used = :used, amount = :amount")
                .param("estate", estate.value())
                .param("used", rule.used())
                .param("amount", rule.amount())
                .update());
  }
}
