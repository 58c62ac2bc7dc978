package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the database answers. */
@Component
class DatabaseCheck {
  private static final Logger log = LoggerFactory.getLogger(DatabaseCheck.class);

  private final JdbcClient jdbc;

  DatabaseCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean answers() {
    try {
      return jdbc.sql("SELECT 1").query(Integer.class).single() == 1;
    } catch (DataAccessException away) {
      log.info("the database does not answer ({}); the console says so", DatabaseFailure.of(away));
      return false;
    }
  }
}
