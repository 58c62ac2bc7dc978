package cn.wuye.hotline.backend.queue.edit;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.queue.StormAnnouncement;
import cn.wuye.hotline.backend.queue.StormMode;
import cn.wuye.hotline.backend.queue.StormRecordings;
import cn.wuye.hotline.ivr.prompt.Fault;
import cn.wuye.hotline.ivr.prompt.Take;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs queues by hand, within the estates of who does it. Each thing is changed alone, so that two
 * supervisors do not undo each other's.
 */
@Component
public class QueueHands {
  private static final Logger LOG = LoggerFactory.getLogger(QueueHands.class);
  private static final AuditAction HANDLED = new AuditAction("queue.handled");

  private final JdbcClient jdbc;
  private final QueueEditor queues;
  private final StormRecordings recordings;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  QueueHands(
      JdbcClient jdbc,
      QueueEditor queues,
      StormRecordings recordings,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.queues = queues;
    this.recordings = recordings;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of an order for a storm. */
  public sealed interface Result {}

  /** It holds: on every node for calls that begin 5 s later. */
  public record Done() implements Result {}

  /** There is no such queue for who asks. */
  public record Unknown() implements Result {}

  /**
   * Nothing has changed.
   *
   * @param why {@code changed} where somebody else was faster, {@code long} for the words, {@code
   *     wordless} for a recording without any, {@code unreadable}, {@code large}, or codes of a
   *     {@link Fault}
   */
  public record Refused(List<String> why) implements Result {}

  /**
   * Closes or opens a queue.
   *
   * @return false when there is none such for who asks
   */
  public boolean shut(String code, boolean shut, EstateScope scope, String login) {
    return transactions.run(
        () -> {
          if (queues.find(code, scope).isEmpty()) {
            return false;
          }
          jdbc.sql("UPDATE call_queue SET shut = ? WHERE code = ?").params(shut, code).update();
          record(code, Map.of("shut", shut), login);
          return true;
        });
  }

  /** Says whether there is a storm, and what is announced in it. */
  public Result storm(String code, StormOrder order, EstateScope scope, String login) {
    if (queues.find(code, scope).isEmpty()) {
      return new Unknown();
    }
    if (Text.length(order.words()) > StormOrder.MAX_WORDS) {
      return new Refused(List.of("long"));
    }
    if (order.recording().isEmpty()) {
      return set(code, order, null, scope, login);
    }
    byte[] wav = order.recording().get();
    if (order.words().isEmpty()) {
      return new Refused(List.of("wordless"));
    }
    if (wav.length > StormOrder.MAX_BYTES) {
      return new Refused(List.of("large"));
    }
    Take take;
    try {
      take = Take.ofOwnWords(wav);
    } catch (IOException e) {
      LOG.info("a recording for the queue {} was refused: {}", code, e.getMessage());
      return new Refused(List.of("unreadable"));
    }
    return take.faults().isEmpty()
        ? set(code, order, take, scope, login)
        : new Refused(take.faults().stream().map(Fault::code).toList());
  }

  private Result set(
      String code, StormOrder order, @Nullable Take take, EstateScope scope, String login) {
    return transactions.run(
        () -> {
          Optional<Storm> before = queues.find(code, scope).flatMap(known -> locked(code));
          if (before.isEmpty()) {
            return new Unknown();
          }
          if (order.late(before.get().mode(), before.get().announcement())) {
            return new Refused(List.of("changed"));
          }
          OptionalLong recording =
              take == null
                  ? kept(before.get().announcement(), order)
                  : OptionalLong.of(
                      recordings.keep(code, order.words(), take, Utc.now(clock), login));
          jdbc.sql(
                  "UPDATE call_queue SET storm = :storm, announcement = :words,"
                      + " storm_recording = :recording WHERE code = :code")
              .param("storm", order.mode().code())
              .param("words", order.words())
              .param("recording", recording.isEmpty() ? null : recording.getAsLong())
              .param("code", code)
              .update();
          record(code, details(order, recording, take), login);
          return new Done();
        });
  }

  private record Storm(StormMode mode, StormAnnouncement announcement) {}

  /** As it is until the transaction ends. */
  private Optional<Storm> locked(String code) {
    return jdbc.sql(
            "SELECT storm, announcement, "
                + StormAnnouncement.RECORDING
                + " FROM call_queue WHERE code = ? FOR UPDATE")
        .param(code)
        .query(
            (row, number) ->
                new Storm(
                    Coded.of(StormMode.class, row.getString("storm")), StormAnnouncement.of(row)))
        .optional();
  }

  /** A recording of other words must not be heard for these. */
  private static OptionalLong kept(StormAnnouncement before, StormOrder order) {
    return !order.synthesised() && before.words().equals(order.words())
        ? before.recording()
        : OptionalLong.empty();
  }

  private static Map<String, Object> details(
      StormOrder order, OptionalLong recording, @Nullable Take take) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("storm", order.mode().code());
    details.put("announcement", order.words());
    recording.ifPresent(id -> details.put("recording", id));
    if (take != null) {
      details.put("recordedSeconds", take.length().toSeconds());
    }
    return details;
  }

  private void record(String code, Map<String, Object> details, String login) {
    audit.record(Audit.user(login), HANDLED, "queue:" + code, details);
  }
}
