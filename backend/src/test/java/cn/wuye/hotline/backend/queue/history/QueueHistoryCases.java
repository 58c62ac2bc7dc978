package cn.wuye.hotline.backend.queue.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.live.QueueHappening;
import cn.wuye.hotline.router.live.QueueMember;
import cn.wuye.hotline.router.live.QueuesNow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of queues, on every database. */
abstract class QueueHistoryCases {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final String QUEUE = "q-general";
  private static final String DEVICE = "PJSIP/1001";

  @Autowired JdbcClient jdbc;
  @Autowired JdbcTemplate template;
  @Autowired Transactions transactions;

  private final String node = "t" + ThreadLocalRandom.current().nextInt(1_000_000);
  private final DatabaseGate gate = new DatabaseGate(Clock.systemUTC(), Duration.ofSeconds(2), 1);

  @AfterEach
  void end() {
    gate.close();
    jdbc.sql("DELETE FROM queue_event WHERE node = ?").param(node).update();
    jdbc.sql("DELETE FROM queue_blind WHERE node = ?").param(node).update();
  }

  @Test
  void aCallIsKeptFromItsBeginningToItsEnd() {
    QueueHistory history = history();
    gate.schemaIsReady();

    history.happened(new QueueHappening.Joined(QUEUE, "1.1", 1), AT);
    history.happened(new QueueHappening.Rung(QUEUE, "1.1", DEVICE), AT.plusSeconds(1));
    history.happened(new QueueHappening.Left(QUEUE, "1.1"), AT.plusSeconds(4));
    history.happened(
        new QueueHappening.Answered(QUEUE, "1.1", DEVICE, Duration.ofSeconds(4)),
        AT.plusSeconds(4));
    history.happened(
        new QueueHappening.Ended(QUEUE, "1.1", DEVICE, Duration.ofSeconds(95), "caller"),
        AT.plusSeconds(99));
    history.write();

    assertThat(kept())
        .containsExactly(
            "joined 1.1  0 ",
            "rung 1.1 PJSIP/1001 0 ",
            "answered 1.1 PJSIP/1001 4 ",
            "left 1.1  0 ",
            "ended 1.1 PJSIP/1001 95 caller");
  }

  @Test
  void whatAnAgentDoesIsKeptButNotWhatHerPhoneDoes() {
    QueueHistory history = history();
    gate.schemaIsReady();

    history.happened(
        new QueueHappening.MemberSeen(member(Optional.empty(), Phone.FREE), true), AT);
    history.happened(
        new QueueHappening.MemberSeen(member(Optional.empty(), Phone.BUSY), false),
        AT.plusSeconds(1));
    history.happened(
        new QueueHappening.PauseChanged(member(Optional.of("x".repeat(80)), Phone.FREE)),
        AT.plusSeconds(2));
    history.happened(
        new QueueHappening.PauseChanged(member(Optional.empty(), Phone.FREE)), AT.plusSeconds(3));
    history.happened(
        new QueueHappening.MemberGone(QUEUE, DEVICE, true), AT.plusSeconds(4));
    history.write();

    assertThat(kept())
        .containsExactly(
            "signed-in  PJSIP/1001 0 ",
            "paused  PJSIP/1001 0 " + "x".repeat(60),
            "resumed  PJSIP/1001 0 ",
            "signed-out  PJSIP/1001 0 ");
  }

  @Test
  void whatIsWrittenTwiceIsKeptOnce() {
    QueueRows rows = new QueueRows(template, transactions, node);
    List<QueueRecord> records =
        List.of(
            QueueRecord.of(new QueueHappening.Joined(QUEUE, "1.1", 1), AT).orElseThrow(),
            QueueRecord.of(new QueueHappening.Joined(QUEUE, "2.2", 2), AT).orElseThrow());

    rows.save(records);
    rows.save(records);
    rows.save(new BlindSpan(AT, AT.plusSeconds(30)));
    rows.save(new BlindSpan(AT, AT.plusSeconds(30)));

    assertThat(kept()).hasSize(2);
    assertThat(spans()).isEqualTo(1);
  }

  @Test
  void withoutTheDatabaseItWaits() {
    QueueHistory history = history();
    for (int i = 0; i < 1200; i++) {
      history.happened(new QueueHappening.Joined(QUEUE, "1." + i, 1), AT.plusMillis(i));
    }
    history.replaced(
        new QueuesNow(true, List.of(), Map.of()),
        Optional.of(new BlindSpan(AT, AT.plusSeconds(30))));
    history.write();
    assertThat(kept()).isEmpty();

    gate.schemaIsReady();
    history.write();

    assertThat(kept()).hasSize(1200);
    assertThat(spans()).isEqualTo(1);
  }

  private QueueHistory history() {
    return new QueueHistory(new QueueRows(template, transactions, node), gate);
  }

  private List<String> kept() {
    return jdbc.sql(
            "SELECT kind, call_id, device, seconds, detail FROM queue_event WHERE node = ?"
                + " ORDER BY at, kind")
        .param(node)
        .query(
            (row, i) ->
                String.join(
                    " ",
                    row.getString("kind"),
                    row.getString("call_id"),
                    row.getString("device"),
                    row.getString("seconds"),
                    row.getString("detail")))
        .list();
  }

  private long spans() {
    return jdbc.sql("SELECT COUNT(*) FROM queue_blind WHERE node = ?")
        .param(node)
        .query(Long.class)
        .single();
  }

  private static QueueMember member(Optional<String> pause, Phone phone) {
    return new QueueMember(
        QUEUE, DEVICE, 0, pause, Optional.empty(), phone, 0, Optional.empty());
  }
}
