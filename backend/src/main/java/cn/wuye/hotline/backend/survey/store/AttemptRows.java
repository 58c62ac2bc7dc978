package cn.wuye.hotline.backend.survey.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of calls for surveys about tickets. */
@Component
public class AttemptRows extends CallRows {
  AttemptRows(JdbcClient jdbc) {
    super(jdbc, "survey_attempt", "survey_id", "survey");
  }
}
