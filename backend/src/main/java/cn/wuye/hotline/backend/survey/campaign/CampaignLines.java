package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.CallKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines that surveys have, over all nodes, and the calls that were begun in a second. */
@Component
class CampaignLines {
  private final JdbcClient jdbc;

  CampaignLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many lines of a trunk surveys have; also those of nodes that died in it. */
  int used(String trunk) {
    return slots("SELECT slot FROM trunk_use WHERE trunk = ?", trunk).size();
  }

  /** How many calls were begun in that second. */
  int begun(String trunk, Instant now) {
    return slots(
            "SELECT slot FROM trunk_second WHERE trunk = ? AND at_second = ?",
            trunk,
            now.getEpochSecond())
        .size();
  }

  /**
   * Takes a line.
   *
   * @param most how many lines surveys may have now
   * @return false when all are taken
   */
  boolean takeLine(
      String trunk, int most, String node, SurveyRing call, Instant now, Instant until) {
    Set<Integer> taken = slots("SELECT slot FROM trunk_use WHERE trunk = ?", trunk);
    int slot = free(taken);
    // Where fewer lines are allowed than a moment ago, a low slot may be free among high ones.
    return slot < most
        && taken.size() < most
        && inserted(
            "INSERT INTO trunk_use"
                + " (trunk, slot, node, kind, survey_id, attempt, placed_at, until_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            trunk,
            slot,
            node,
            call.kind().code(),
            call.survey(),
            call.attempt(),
            Utc.column(now),
            Utc.column(until));
  }

  /**
   * Takes one of the calls that may be begun in this second.
   *
   * @return false when all are taken
   */
  boolean takeSecond(String trunk, int most, Instant now) {
    long second = now.getEpochSecond();
    int slot =
        free(
            slots(
                "SELECT slot FROM trunk_second WHERE trunk = ? AND at_second = ?", trunk, second));
    return slot < most
        && inserted(
            "INSERT INTO trunk_second (trunk, at_second, slot) VALUES (?, ?, ?)",
            trunk,
            second,
            slot);
  }

  /** The call goes on. */
  void renew(SurveyRing call, Instant until) {
    jdbc.sql("UPDATE trunk_use SET until_at = ? WHERE kind = ? AND survey_id = ? AND attempt = ?")
        .params(Utc.column(until), call.kind().code(), call.survey(), call.attempt())
        .update();
  }

  /** The call is over: frees its line. */
  void release(SurveyRing call) {
    jdbc.sql("DELETE FROM trunk_use WHERE kind = ? AND survey_id = ? AND attempt = ?")
        .params(call.kind().code(), call.survey(), call.attempt())
        .update();
  }

  /** Whether some node says that the call goes on. */
  boolean alive(CallKind kind, long survey, int attempt, Instant now) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM trunk_use"
                    + " WHERE kind = ? AND survey_id = ? AND attempt = ? AND until_at > ?")
            .params(kind.code(), survey, attempt, Utc.column(now))
            .query(Long.class)
            .single()
        > 0;
  }

  /** Frees the lines of calls whose node has not renewed them in time. */
  void freeLost(Instant now) {
    jdbc.sql("DELETE FROM trunk_use WHERE until_at <= ?").param(Utc.column(now)).update();
  }

  /** Forgets seconds that are over. */
  void tidy(Instant before) {
    jdbc.sql("DELETE FROM trunk_second WHERE at_second < ?")
        .param(before.getEpochSecond())
        .update();
  }

  private Set<Integer> slots(String sql, Object... params) {
    return new HashSet<>(jdbc.sql(sql).params(params).query(Integer.class).list());
  }

  private static int free(Set<Integer> taken) {
    int slot = 0;
    while (taken.contains(slot)) {
      slot++;
    }
    return slot;
  }

  private boolean inserted(String sql, Object... params) {
    try {
      return jdbc.sql(sql).params(params).update() == 1;
    } catch (DuplicateKeyException taken) {
      return false;
    }
  }
}
