package cn.wuye.hotline.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Every line about a call names it, and its ticket once there is one, on whatever thread. */
class LogContextTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("cn.wuye.hotline.backend.intake");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void done() {
    logger.detachAppender(lines);
    logger.setLevel(null);
    MDC.clear();
  }

  @Test
  void callAndTicketStandInTheLinesOfDialogDatabaseAndIntake(@TempDir Path home) throws Exception {
    CallId call = new CallId("node-1-1763800000.12");
    SettableClock clock = new SettableClock(Instant.parse("2025-11-22T08:00:00Z"));
    Node node = new Node(home, new FakeBook(), clock, (c, step) -> {});
    // As the telephone does for the thread of a call.
    MDC.put("call", call.value());
    node.log.started(Node.call(call));
    node.log.turn(call, Node.heard(Turn.Kind.WORDS, "三号楼的电梯又坏了"));
    String ticket =
        node.desk.put(call, Node.draft("三号楼的电梯又坏了", TicketDraft.Completeness.COMPLETE)).number();

    assertThat(MDC.get("ticket")).as("for what the dialog says next").isEqualTo(ticket);
    node.log.ended(call);
    assertThat(MDC.get("ticket")).isNull();
    MDC.clear();
    clock.pass(Duration.ofMinutes(2));
    node.intake.round();

    List<ILoggingEvent> about =
        lines.list.stream().filter(l -> l.getFormattedMessage().contains(call.value())).toList();
    assertThat(about)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(line -> line.contains("is in the database"))
        .anyMatch(line -> line.contains("is settled"));
    assertThat(about)
        .allSatisfy(
            line ->
                assertThat(line.getMDCPropertyMap())
                    .as(line.getFormattedMessage())
                    .containsEntry("call", call.value())
                    .containsEntry("ticket", ticket));
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }
}
