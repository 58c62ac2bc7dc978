package cn.wuye.hotline.backend.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.ami.AmiCommands;
import cn.wuye.hotline.router.ami.AmiException;
import cn.wuye.hotline.router.live.QueueCommands;
import cn.wuye.hotline.router.live.QueueMember;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.response.ManagerResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class QueueRefreshTest {
  private static final QueueDefinition GENERAL = queue("general");
  private static final QueueDefinition NIGHT = queue("night");
  private static final AgentProfile AGENT = new AgentProfile("1001", Set.of(), Set.of());

  @TempDir Path folder;

  private final Logger logger = (Logger) LoggerFactory.getLogger(QueueRefresh.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final DatabaseGate gate = new DatabaseGate(Clock.systemUTC(), Duration.ofSeconds(2), 1);
  private final RecordingAmi asterisk = new RecordingAmi();
  private QueueData data = new QueueData(List.of(GENERAL), List.of(AGENT), Set.of(), Map.of());
  private final AtomicReference<Set<String>> read = new AtomicReference<>(Set.of());
  private QueuesNow now = new QueuesNow(true, List.of(), Map.of());

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void end() {
    logger.detachAppender(lines);
    logger.setLevel(null);
    gate.close();
  }

  @Test
  void whatTheDatabaseSaysIsWrittenAndReadOnce() throws IOException {
    QueueRefresh refresh = refresh();

    refresh.refresh();
    refresh.refresh();

    assertThat(Files.readString(folder.resolve("queues-live.conf"))).contains("[q-general]");
    assertThat(Files.readString(folder.resolve("queuerules-live.conf"))).contains("[wide-general]");
    assertThat(Files.readString(folder.resolve("queue-desk.conf")))
        .contains("queue = q-general", "queues = q-general\n", "[agent-1001]");
    assertThat(asterisk.asked).containsExactly("QueueReload");
    assertThat(read).hasValue(Set.of("q-general"));
  }

  @Test
  void aChangeIsReadAgainWithoutARestart() {
    QueueRefresh refresh = refresh();
    refresh.refresh();

    data = new QueueData(List.of(GENERAL, NIGHT), List.of(AGENT), Set.of(), Map.of());
    refresh.refresh();

    assertThat(asterisk.asked).containsExactly("QueueReload", "QueueReload");
  }

  @Test
  void anAsteriskThatWasAwayReadsItLater() {
    QueueRefresh refresh = refresh();
    asterisk.refused = "QueueReload";
    refresh.refresh();
    assertThat(asterisk.asked).containsExactly("QueueReload");
    assertThat(read).as("told although nothing was read").hasValue(Set.of());

    asterisk.refused = "";
    now = new QueuesNow(false, List.of(), Map.of());
    refresh.refresh();
    assertThat(asterisk.asked).hasSize(1);

    now = new QueuesNow(true, List.of(), Map.of());
    refresh.refresh();
    refresh.refresh();
    assertThat(asterisk.asked).containsExactly("QueueReload", "QueueReload");
  }

  @Test
  void whoIsSignedInIsBroughtToHerQueues() {
    QueueMember member = member("q-general");
    now =
        new QueuesNow(
            true,
            List.of(
                new QueueView("q-general", List.of(), List.of(member)),
                new QueueView("q-night", List.of(), List.of())),
            Map.of());
    data = new QueueData(List.of(GENERAL, NIGHT), List.of(AGENT), Set.of(), Map.of());

    refresh().refresh();

    assertThat(asterisk.asked).containsExactly("QueueReload", "QueueAdd");
  }

  @Test
  void aChangeThatIsRefusedDoesNotHoldUpTheOthers() {
    QueueMember member = member("q-other");
    now =
        new QueuesNow(
            true, List.of(new QueueView("q-other", List.of(), List.of(member))), Map.of());
    data = new QueueData(List.of(GENERAL, NIGHT), List.of(AGENT), Set.of(), Map.of());
    QueueRefresh refresh = refresh();
    asterisk.refused = "QueueAdd";

    refresh.refresh();

    assertThat(asterisk.asked).containsExactly("QueueReload", "QueueAdd", "QueueAdd");
    int said = lines.list.size();
    assertThat(said).isPositive();

    refresh.refresh();

    assertThat(asterisk.asked).hasSize(5);
    assertThat(lines.list).as("what is tried again is said once").hasSize(said);
  }

  @Test
  void withoutTheDatabaseEverythingStays() throws IOException {
    QueueRefresh refresh = refresh();
    refresh.refresh();
    String before = Files.readString(folder.resolve("queues-live.conf"));

    try (DatabaseGate closed = new DatabaseGate(Clock.systemUTC(), Duration.ofSeconds(2), 1)) {
      new QueueRefresh(
              () -> new QueueData(List.of(), List.of(), Set.of(), Map.of()),
              closed,
              new QueueFolder(folder),
              () -> now,
              new QueueCommands(asterisk),
              read::set)
          .refresh();
    }

    assertThat(Files.readString(folder.resolve("queues-live.conf"))).isEqualTo(before);
    assertThat(asterisk.asked).hasSize(1);
  }

  private QueueRefresh refresh() {
    gate.schemaIsReady();
    return new QueueRefresh(
        () -> data,
        gate,
        new QueueFolder(folder),
        () -> now,
        new QueueCommands(asterisk),
        read::set);
  }

  /** Agent 1001, signed in to a queue. */
  private static QueueMember member(String queue) {
    return new QueueMember(
        queue,
        "PJSIP/1001",
        0,
        Optional.empty(),
        Optional.empty(),
        Phone.FREE,
        0,
        Optional.empty());
  }

  private static QueueDefinition queue(String code) {
    return new QueueDefinition(code, code, Set.of(), Set.of(), 0, QueueLimits.DEFAULT);
  }

  /** Takes down what it is asked, and does it or not. */
  private static final class RecordingAmi implements AmiCommands {
    private final List<String> asked = new ArrayList<>();
    private String refused = "";

    @Override
    public boolean connected() {
      return true;
    }

    @Override
    public CompletableFuture<ManagerResponse> send(ManagerAction action) {
      asked.add(action.getAction());
      return action.getAction().equals(refused)
          ? CompletableFuture.failedFuture(new AmiException(action.getAction() + " refused"))
          : CompletableFuture.completedFuture(new ManagerResponse());
    }
  }
}
