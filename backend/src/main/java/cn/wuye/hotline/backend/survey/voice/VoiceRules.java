package cn.wuye.hotline.backend.survey.voice;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.user.EstateSettings;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which estates let their residents hear their own words; as shipped, none. */
@Component
public class VoiceRules {
  private final JdbcClient jdbc;
  private final EstateSettings settings;

  VoiceRules(JdbcClient jdbc, EstateSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Whether residents of this estate hear their own words. */
  public boolean plays(EstateId estate) {
    return jdbc.sql("SELECT plays FROM survey_voice WHERE estate_id = ?")
        .param(estate.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Sets it from the next call on; by an administrator who sees the estate. */
  public void save(EstateId estate, boolean plays, SignedInUser by) {
    settings.change(
        "survey-voice",
        estate,
        Map.of("plays", plays),
        by,
        () ->
            jdbc.sql(
                    "INSERT INTO survey_voice (estate_id, plays) VALUES (:estate, :plays)"
                        + " ON DUPLICATE KEY UPDATE plays = :plays")
                .param("estate", estate.value())
                .param("plays", plays)
                .update());
  }
}
