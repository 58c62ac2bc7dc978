package cn.wuye.hotline.backend.poll.store;

import cn.wuye.hotline.backend.survey.store.CallRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of calls for polls. */
@Component
public class PollAttemptRows extends CallRows {
  PollAttemptRows(JdbcClient jdbc) {
    super(jdbc, "poll_attempt", "asked_id", "poll_resident");
  }
}
