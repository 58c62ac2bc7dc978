package cn.wuye.hotline.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.persistence.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The chained log, on every database. Each test has nodes of its own. */
abstract class AuditCases {
  private static final AuditAction ACTION = new AuditAction("test.done");

  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  @Autowired Transactions transactions;
  @Autowired Clock clock;
  @Autowired DataSource database;
  @Autowired AuditLog log;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final List<String> nodes = new ArrayList<>();

  @AfterEach
  void leaveNothingBroken() {
    for (String node : nodes) {
      jdbc.sql("DELETE FROM audit_entry WHERE node = ?").param(node).update();
      jdbc.sql("DELETE FROM audit_chain WHERE node = ?").param(node).update();
    }
  }

  @Test
  void whatIsWrittenIsReadNewestFirstAndTheChainHolds() throws SQLException {
    Audit audit = node("a");
    for (int i = 0; i < 5; i++) {
      audit.record("user:王" + run, ACTION, "thing:" + i, Map.of("n", i, "text", "中文 \"😀\""));
    }

    AuditFilter mine = new AuditFilter("user:王" + run, "test", null, null, null);
    AuditLog.Page first = log.page(mine, Optional.empty(), 3);
    AuditLog.Page rest = log.page(mine, first.next(), 3);

    assertThat(first.lines()).extracting(AuditLog.Line::sequence).containsExactly(5L, 4L, 3L);
    assertThat(rest.lines()).extracting(AuditLog.Line::sequence).containsExactly(2L, 1L);
    assertThat(rest.next()).isEmpty();
    assertThat(first.lines().get(0).details()).containsEntry("text", "中文 \"😀\"");
    assertThat(
            log.page(new AuditFilter(null, "tes", null, null, null), Optional.empty(), 1).lines())
        .isEmpty();
    assertThat(verified().broken()).isEmpty();
    assertThat(verified().entries()).containsEntry(nodes.get(0), 5L);
  }

  @Test
  void whatIsRolledBackWasNotDone() throws SQLException {
    Audit audit = node("a");
    audit.record("user:x", ACTION, "", Map.of());

    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      audit.record("user:x", ACTION, "never", Map.of());
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    audit.record("user:x", ACTION, "", Map.of());

    assertThat(verified().broken()).isEmpty();
    assertThat(verified().entries()).containsEntry(nodes.get(0), 2L);
  }

  @Test
  void everyKindOfTamperingIsFoundAndItsFirstEntryNamed() throws SQLException {
    Audit audit = node("a");
    for (int i = 0; i < 4; i++) {
      audit.record("user:x", ACTION, "thing:" + i, Map.of());
    }

    assertBroken(2, "UPDATE audit_entry SET actor = 'user:y' WHERE node = ? AND sequence = 2");
    jdbc.sql("UPDATE audit_entry SET actor = 'user:x' WHERE node = ?").param(nodes.get(0)).update();
    assertThat(verified().broken()).isEmpty();
    assertBroken(1, "DELETE FROM audit_entry WHERE node = ? AND sequence = 1");
  }

  @Test
  void aChainThatWasCutOffIsFoundByItsEndAndByTheOthers() throws SQLException {
    Audit first = node("a");
    Audit second = node("b");
    for (int i = 0; i < 3; i++) {
      first.record("user:x", ACTION, "thing:" + i, Map.of());
    }
    for (int i = 0; i < AuditChain.ANCHOR_EVERY; i++) {
      second.record("user:x", ACTION, "", Map.of());
    }

    assertBroken(3, "DELETE FROM audit_entry WHERE node = ? AND sequence = 3");
    // Whoever writes the end anew, too, is found by the other node's memory.
    jdbc.sql(
            "UPDATE audit_chain c JOIN audit_entry e ON e.node = c.node AND e.sequence = 2"
                + " SET c.sequence = 2, c.hash = e.hash WHERE c.node = ?")
        .param(nodes.get(0))
        .update();
    AuditVerification.Broken broken = verified().broken().orElseThrow();
    assertThat(broken.node()).isEqualTo(nodes.get(0));
    assertThat(broken.sequence()).isEqualTo(3);
    assertThat(broken.what()).contains("another node's chain");
  }

  @Test
  void twoNodesWriteAtOnceWithoutWaitingForEachOther() throws SQLException {
    Audit first = node("a");
    Audit second = node("b");
    first.record("user:x", ACTION, "", Map.of());
    second.record("user:x", ACTION, "", Map.of());
    CountDownLatch firstHasWritten = new CountDownLatch(1);
    CountDownLatch secondIsDone = new CountDownLatch(1);

    Together.run(
        2,
        thread ->
            thread == 0
                ? transactions.run(
                    () -> {
                      first.record("user:x", ACTION, "", Map.of());
                      firstHasWritten.countDown();
                      // Still holds its lock while the other writes and commits.
                      return Together.await(secondIsDone);
                    })
                : afterwards(firstHasWritten, second, secondIsDone));

    assertThat(verified().broken()).isEmpty();
  }

  @Test
  void oneNodesWritersMakeOneChain() throws SQLException {
    Audit audit = node("a");

    Together.run(
        4,
        thread -> {
          for (int i = 0; i < 5; i++) {
            audit.record("user:" + thread, ACTION, "", Map.of());
          }
          return thread;
        });

    assertThat(verified().broken()).isEmpty();
    assertThat(verified().entries()).containsEntry(nodes.get(0), 20L);
  }

  private static boolean afterwards(CountDownLatch before, Audit audit, CountDownLatch done) {
    Together.await(before);
    audit.record("user:x", ACTION, "", Map.of());
    done.countDown();
    return true;
  }

  private void assertBroken(long sequence, String tampering) throws SQLException {
    jdbc.sql(tampering).param(nodes.get(0)).update();
    AuditVerification.Broken broken = verified().broken().orElseThrow();
    assertThat(broken.node()).isEqualTo(nodes.get(0));
    assertThat(broken.sequence()).isEqualTo(sequence);
  }

  // The names sort before those of other tests' nodes, so that they are looked at first.
  private Audit node(String name) {
    String node = "0-" + run + "-" + name;
    nodes.add(node);
    return new AuditChain(node, jdbc, json, transactions, clock);
  }

  private AuditVerification.Result verified() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new AuditVerification(connection).run();
    }
  }
}
