package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberHash;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One call to a number at a time, over all nodes and whatever for: messages take theirs here. */
@Component
class CampaignNumbers {
  private final JdbcClient jdbc;
  private final NumberHash hash;

  CampaignNumbers(JdbcClient jdbc, NumberHash hash) {
    this.jdbc = jdbc;
    this.hash = hash;
  }

  /** Whether somebody is phoning that number now. */
  boolean busy(PhoneNumber number, Instant now) {
    return jdbc.sql("SELECT COUNT(*) FROM phone_in_use WHERE number = ? AND until_at > ?")
            .params(hash.of(number), Utc.column(now))
            .query(Long.class)
            .single()
        > 0;
  }

  /** Takes the number until then; false when it is being called. */
  boolean take(SurveyRing call, Instant now, Instant until) {
    String number = hash.of(call.number());
    jdbc.sql(
            "INSERT INTO phone_in_use (number, message_id, claim, until_at) VALUES (?, 0, 0, ?)"
                + " ON DUPLICATE KEY UPDATE number = number")
        .params(number, Utc.column(now))
        .update();
    return jdbc.sql(
                "UPDATE phone_in_use SET message_id = 0, survey_id = :survey, claim = :attempt,"
                    + " until_at = :until WHERE number = :number AND until_at <= :now")
            .param("survey", call.survey())
            .param("attempt", call.attempt())
            .param("until", Utc.column(until))
            .param("number", number)
            .param("now", Utc.column(now))
            .update()
        == 1;
  }

  /** The call goes on. */
  void renew(SurveyRing call, Instant until) {
    jdbc.sql(
            "UPDATE phone_in_use SET until_at = ?"
                + " WHERE number = ? AND message_id = 0 AND survey_id = ? AND claim = ?")
        .params(Utc.column(until), hash.of(call.number()), call.survey(), call.attempt())
        .update();
  }

  /** The call is over; of a number that somebody else has by now nothing changes. */
  void release(SurveyRing call) {
    jdbc.sql(
            "DELETE FROM phone_in_use"
                + " WHERE number = ? AND message_id = 0 AND survey_id = ? AND claim = ?")
        .params(hash.of(call.number()), call.survey(), call.attempt())
        .update();
  }
}
