package cn.wuye.hotline.router.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueFilesTest {
  @Test
  void aQueueHasWhatIsItsOwn() {
    QueueDefinition queue =
        new QueueDefinition(
            "yue",
            "粤语",
            Set.of(Skill.dialect("yue")),
            Set.of(),
            7,
            new QueueLimits(
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(25),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                50));

    assertThat(QueueFiles.queues(List.of(queue)))
        .isEqualTo(
            """
            ; Written by the application from the database.

            [q-yue](hotline)
            weight = 7
            timeout = 20
            wrapuptime = 30
            maxlen = 50
            defaultrule = wide-yue
            """);
    assertThat(QueueFiles.rules(List.of(queue)))
        .isEqualTo(
            """
            ; Written by the application from the database.

            [wide-yue]
            penaltychange => 10,+10
            penaltychange => 25,+10
            """);
  }

  @Test
  void theDeskSaysWhereWhoBelongs() {
    List<AgentProfile> agents =
        List.of(
            new AgentProfile("1002", Set.of(Skill.dialect("yue")), Set.of("9")),
            new AgentProfile("1001", Set.of(), Set.of()));

    assertThat(QueueFiles.desk(List.of(Queues.YUE, Queues.NORTH, Queues.GENERAL), agents, Map.of()))
        .isEqualTo(
            """
            ; Written by the application from the database.
            [alone]
            queue = q-general

            [all]
            queues = q-general&q-north&q-yue

            [agent-1001]
            queues = q-general:0&q-north:0

            [agent-1002]
            queues = q-general:0&q-north:20&q-yue:0
            """);
  }

  @Test
  void withoutAQueueForAllAsteriskAloneHasNone() {
    assertThat(QueueFiles.desk(List.of(Queues.YUE), List.of(), Map.of()))
        .isEqualTo(
            """
            ; Written by the application from the database.
            [alone]

            [all]
            queues = q-yue
            """);
  }

  @Test
  void theSameDefinitionsMakeTheSameText() {
    assertThat(QueueFiles.queues(List.of(Queues.YUE, Queues.FEES)))
        .isEqualTo(QueueFiles.queues(List.of(Queues.FEES, Queues.YUE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Yue", "a]b", "a\nb", "a;b", "a,b", "abcdefghijklmnopqrstuvwxyz01234"})
  void noCodeBreaksTheFile(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> Queues.queue(code, Set.of(), Set.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "10a1", "1001\n", "12345678901"})
  void noExtensionBreaksTheFile(String extension) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AgentProfile(extension, Set.of(), Set.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"emergency", "dialect:yue", "category:fees"})
  void skillsAreReadAsTheyAreWritten(String text) {
    assertThat(Skill.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "emergency:x", "dialect", "dialect:", "dialect:粤", "height:2"})
  void whatIsNoSkillIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Skill.parse(text));
  }

  @Test
  void aCallerEntersWithHerPrecedenceAndKeepsHerReach() {
    CallerNeeds older = new CallerNeeds("1", "cmn", "", false, true);
    QueueEntry first =
        QueueEntry.of(Queues.GENERAL, older, Duration.ZERO, Duration.ofSeconds(60), false);
    QueueEntry again =
        QueueEntry.of(Queues.GENERAL, older, Duration.ofSeconds(70), Duration.ofSeconds(58), true);

    assertThat(first.arguments()).isEqualTo("q-general,cCr,,,60");
    assertThat(first.musicArguments()).as("no ringing tone").isEqualTo("q-general,cC,,,60");
    assertThat(first.variables())
        .isEqualTo(
            Map.of("HOTLINE_QUEUE", "q-general", "QUEUE_PRIO", "1000", "QUEUE_MAX_PENALTY", "0"));
    assertThat(again.arguments()).isEqualTo("q-general,cCr,,,58");
    assertThat(again.variables())
        .isEqualTo(Map.of("HOTLINE_QUEUE", "q-general", "QUEUE_PRIO", "1001"));
  }
}
