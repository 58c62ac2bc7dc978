package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls that agents' phones rang for. Every step may be told twice. */
@Component
public class DeskCalls {
  private static final int LONGEST_OTHER = 80;
  private static final String SELECT =
      "SELECT call_id, user_id, extension, node, rung_at, answered_at, ended_at, stage, other,"
          + " other_channel, muted, recording_paused FROM desk_call ";
  private static final String ONE = " WHERE call_id = :call AND user_id = :user";
  private static final String GOING = " AND ended_at IS NULL";

  private final JdbcClient jdbc;
  private final String node;

  DeskCalls(JdbcClient jdbc, HotlineProperties hotline) {
    this.jdbc = jdbc;
    this.node = hotline.nodeId();
  }

  /** Her phone rings; a call that rings for her again begins anew. */
  public void rung(CallId call, long user, String extension, Instant at) {
    jdbc.sql(
            "INSERT INTO desk_call (call_id, user_id, extension, node, rung_at, stage)"
                + " VALUES (:call, :user, :extension, :node, :at, 'ringing')"
                + " ON DUPLICATE KEY UPDATE extension = :extension, node = :node, rung_at = :at,"
                + " answered_at = NULL, ended_at = NULL, stage = 'ringing', other = '',"
                + " other_channel = '', muted = FALSE, recording_paused = FALSE")
        .param("call", call.value())
        .param("user", user)
        .param("extension", extension)
        .param("node", node)
        .param("at", Utc.column(at))
        .update();
  }

  /** She has answered, and talks with the caller. */
  public void answered(CallId call, long user, Instant at) {
    answered(call, user, Stage.TALKING, at);
  }

  /** She has answered in an emergency, and joins the caller's room. */
  public void joined(CallId call, long user, Instant at) {
    answered(call, user, Stage.JOINED, at);
  }

  private void answered(CallId call, long user, Stage how, Instant at) {
    jdbc.sql(
            "UPDATE desk_call SET answered_at = :at, stage = :stage"
                + ONE
                + GOING
                + " AND stage = 'ringing'")
        .param("at", Utc.column(at))
        .param("stage", how.code())
        .param("call", call.value())
        .param("user", user)
        .update();
  }

  /**
   * Her part has ended.
   *
   * @param how one of those in which she is no part of it any more
   */
  public void ended(CallId call, long user, Stage how, Instant at) {
    jdbc.sql("UPDATE desk_call SET ended_at = :at, stage = :stage, muted = FALSE" + ONE + GOING)
        .param("at", Utc.column(at))
        .param("stage", how.code())
        .param("call", call.value())
        .param("user", user)
        .update();
  }

  /**
   * Goes on to another stage, if it still stands where it was seen.
   *
   * @param other whom she talks with besides, as shown; empty for nobody
   * @param channel the channel of that
   * @return false when something else was faster
   */
  public boolean moved(DeskCall seen, Stage to, String other, String channel) {
    return jdbc.sql(
                "UPDATE desk_call SET stage = :to, other = :other, other_channel = :channel"
                    + ONE
                    + GOING
                    + " AND stage = :from")
            .param("to", to.code())
            .param("other", Text.fitted(other, LONGEST_OTHER))
            .param("channel", channel)
            .param("call", seen.call().value())
            .param("user", seen.user())
            .param("from", seen.stage().code())
            .update()
        == 1;
  }

  public void muted(DeskCall call, boolean on) {
    flag(call, "muted", on);
  }

  public void recordingPaused(DeskCall call, boolean paused) {
    flag(call, "recording_paused", paused);
  }

  private void flag(DeskCall call, String column, boolean on) {
    jdbc.sql("UPDATE desk_call SET " + column + " = :on" + ONE)
        .param("on", on)
        .param("call", call.call().value())
        .param("user", call.user())
        .update();
  }

  /** The call that she has now. */
  public Optional<DeskCall> current(long user) {
    return jdbc.sql(SELECT + "WHERE user_id = :user" + GOING + " ORDER BY rung_at DESC LIMIT 1")
        .param("user", user)
        .query(DeskCalls::row)
        .optional();
  }

  /** The last call that she has answered and that is over, if that was not before {@code since}. */
  public Optional<DeskCall> last(long user, Instant since) {
    return jdbc.sql(
            SELECT
                + "WHERE user_id = :user AND answered_at IS NOT NULL AND ended_at >= :since"
                + " ORDER BY ended_at DESC LIMIT 1")
        .param("user", user)
        .param("since", Utc.column(since))
        .query(DeskCalls::row)
        .optional();
  }

  /** Her part in a call; empty when her phone did not ring for it. */
  public Optional<DeskCall> find(CallId call, long user) {
    return jdbc.sql(SELECT + ONE)
        .param("call", call.value())
        .param("user", user)
        .query(DeskCalls::row)
        .optional();
  }

  /** The call to which somebody was asked by ringing this channel. */
  public Optional<DeskCall> askedBy(String channel) {
    return channel.isEmpty()
        ? Optional.empty()
        : jdbc.sql(SELECT + "WHERE node = :node AND other_channel = :channel" + GOING)
            .param("node", node)
            .param("channel", channel)
            .query(DeskCalls::row)
            .optional();
  }

  /** Those on this node that are not over. */
  public List<DeskCall> going() {
    return jdbc.sql(SELECT + "WHERE node = :node" + GOING)
        .param("node", node)
        .query(DeskCalls::row)
        .list();
  }

  private static DeskCall row(ResultSet row, int n) throws SQLException {
    return new DeskCall(
        new CallId(row.getString("call_id")),
        row.getLong("user_id"),
        row.getString("extension"),
        row.getString("node"),
        Utc.instant(row, "rung_at"),
        Optional.ofNullable(Utc.instantOrNull(row, "answered_at")),
        Optional.ofNullable(Utc.instantOrNull(row, "ended_at")),
        Coded.of(Stage.class, row.getString("stage")),
        row.getString("other"),
        row.getString("other_channel"),
        row.getBoolean("muted"),
        row.getBoolean("recording_paused"));
  }
}
