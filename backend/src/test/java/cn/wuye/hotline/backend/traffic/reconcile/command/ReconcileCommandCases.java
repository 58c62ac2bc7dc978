package cn.wuye.hotline.backend.traffic.reconcile.command;

import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.COMPLETED;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command against a database, with files as Asterisk writes them; on a day that no other test has. */
@SuppressWarnings("NullAway.Init")
abstract class ReconcileCommandCases {
  private static final String NODE = "node-reconcile";
  private static final Instant START = Instant.parse("2031-01-06T01:00:00Z");
  private static final String CALL = NODE + "-1925600400.1";

  @Autowired QueueEvents log;
  @Autowired Environment environment;

  @TempDir Path folder;

  @Test
  void bothSidesAreReadAndComparedAndTheExitCodeSaysWhetherTheyAgree() throws IOException {
    log.append(
        List.of(
            QueueEvent.told(NODE, JOINED, START, CALL, "general", "", ""),
            QueueEvent.told(NODE, ANSWERED, START.plusMillis(9500), CALL, "general", "1001", ""),
            QueueEvent.told(NODE, COMPLETED, START.plusSeconds(40), CALL, "general", "1001", "")));
    write("1001");

    assertThat(run(0).path("total").path("asterisk").path("talkSeconds").asInt(0)).isEqualTo(31);

    write("1002");
    JsonNode wrong = run(1);
    assertThat(wrong.path("unexplained").asInt(0)).isEqualTo(1);
    assertThat(wrong.path("differences").get(0).path("what").asString("")).isEqualTo("AGENT");
    assertThat(wrong.path("differences").get(0).path("explained").isNull()).isTrue();
  }

  @Test
  void whatIsNotThereCannotBeCompared() {
    assertThat(exit(new ByteArrayOutputStream())).isEqualTo(2);
  }

  /** Her agent in the log of queues; by the CDR it is 1001. */
  private void write(String agent) throws IOException {
    long second = START.getEpochSecond();
    Files.writeString(
        folder.resolve("queue_log"),
        second
            + "|"
            + CALL
            + "|q-general|NONE|ENTERQUEUE||13900000001|1\n"
            + (second + 9)
            + "|"
            + CALL
            + "|q-general|"
            + agent
            + "|CONNECT|9|x|2\n"
            + (second + 40)
            + "|"
            + CALL
            + "|q-general|"
            + agent
            + "|COMPLETEAGENT|9|31|1\n");
    Files.writeString(
        folder.resolve("Master.csv"),
        "\"\",\"13900000001\",\"s\",\"hotline-inbound\",\"\",\"PJSIP/carrier-01\",\"PJSIP/1001-02\","
            + "\"Queue\",\"q-general\",\"2031-01-06 00:59:50\",\"2031-01-06 00:59:50\","
            + "\"2031-01-06 01:00:40\",50,50,\"ANSWERED\",\"DOCUMENTATION\",\""
            + CALL
            + "\"\n");
  }

  private JsonNode run(int code) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    assertThat(exit(printed)).isEqualTo(code);
    return JsonMapper.shared().readTree(printed.toString(StandardCharsets.UTF_8));
  }

  private int exit(ByteArrayOutputStream printed) {
    return ReconcileCommand.run(
        new String[] {
          "--node",
          NODE,
          "--queue-log",
          folder.resolve("queue_log").toString(),
          "--cdr",
          folder.resolve("Master.csv").toString(),
          "2031-01-06"
        },
        Map.of(
            "HOTLINE_DB_URL", environment.getProperty("spring.datasource.url", ""),
            "HOTLINE_DB_USER", environment.getProperty("spring.datasource.username", ""),
            "HOTLINE_DB_PASSWORD", environment.getProperty("spring.datasource.password", "")),
        Clock.fixed(START.plusSeconds(3600), ZoneOffset.UTC),
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }
}
