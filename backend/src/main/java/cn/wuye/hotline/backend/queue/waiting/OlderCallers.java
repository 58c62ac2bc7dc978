package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.wording.ServiceHours;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is known to be 65 or older, and comes before others. */
@Component
class OlderCallers {
  private static final int AGE = 65;

  private final JdbcClient jdbc;
  private final Clock clock;

  OlderCallers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether one of those behind a number is: it may be her who calls. */
  boolean has(PhoneNumber number) {
    return jdbc.sql(
                """
                SELECT COUNT(*) FROM resident_phone p JOIN resident r ON r.id = p.resident_id
                 WHERE p.number IN (:numbers) AND r.birth_year IS NOT NULL AND r.birth_year <= :year
                """)
            .param("numbers", NumberKey.spellings(number))
            .param("year", LocalDate.now(clock.withZone(ServiceHours.ZONE)).getYear() - AGE)
            .query(Integer.class)
            .single()
        > 0;
  }
}
