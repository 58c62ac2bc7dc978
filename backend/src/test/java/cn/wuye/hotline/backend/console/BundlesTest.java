package cn.wuye.hotline.backend.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.deadline.calendar.HolidayFeed;
import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.deadline.rule.RuleFaults;
import cn.wuye.hotline.backend.deadline.rule.ShippedRules;
import cn.wuye.hotline.backend.deadline.rule.StartsFrom;
import cn.wuye.hotline.backend.desk.DeskOutcome;
import cn.wuye.hotline.backend.desk.PauseReason;
import cn.wuye.hotline.backend.desk.Stage;
import cn.wuye.hotline.backend.desk.Target;
import cn.wuye.hotline.backend.floor.AgentOrder;
import cn.wuye.hotline.backend.floor.Alarm;
import cn.wuye.hotline.backend.floor.Doing;
import cn.wuye.hotline.backend.floor.Standing;
import cn.wuye.hotline.backend.message.outbox.MessageState;
import cn.wuye.hotline.backend.message.outbox.Reason;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.message.template.Medium;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollChannel;
import cn.wuye.hotline.backend.poll.PollCheck;
import cn.wuye.hotline.backend.poll.PollState;
import cn.wuye.hotline.backend.poll.QuestionKind;
import cn.wuye.hotline.backend.queue.StormMode;
import cn.wuye.hotline.backend.queue.callback.CallBackRows;
import cn.wuye.hotline.backend.queue.callback.Cause;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.progress.PeriodChoice;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.survey.store.TaskKind;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Field;
import cn.wuye.hotline.backend.ticket.Invalidity;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.wording.VersionState;
import cn.wuye.hotline.ivr.wording.Finding;
import cn.wuye.hotline.ivr.wording.Wording;
import cn.wuye.hotline.router.queue.CallBack;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {
  private static final Pattern KEY = Pattern.compile("#\\{([a-z0-9][A-Za-z0-9.-]*)");

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(keys("console")).isEqualTo(keys("console_en"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "console_en"})
  void everyCodeHasAName(String bundle) {
    assertThat(keys(bundle))
        .containsAll(names("state", State.values()))
        .containsAll(names("verb", Verb.values()))
        .containsAll(names("channel", Channel.values()))
        .containsAll(names("kind", Kind.values()))
        .containsAll(names("urgency", Urgency.values()))
        .containsAll(names("field", Field.values()))
        .containsAll(names("error", Invalidity.values()))
        .containsAll(names("version-state", VersionState.values()))
        .containsAll(names("message-state", MessageState.values()))
        .containsAll(names("message-reason", Reason.values()))
        .containsAll(names("message-event", MessageEvent.values()))
        .containsAll(names("message-language", Language.values()))
        .containsAll(names("medium", Medium.values()))
        .containsAll(names("survey-state", SurveyState.values()))
        .containsAll(names("survey-outcome", CallOutcome.values()))
        .containsAll(names("survey-channel", AnswerChannel.values()))
        .containsAll(names("survey-task", TaskKind.values()))
        .containsAll(names("poll-state", PollState.values()))
        .containsAll(names("poll-asked", AskedState.values()))
        .containsAll(names("poll-kind", QuestionKind.values()))
        .containsAll(names("poll-channel", PollChannel.values()))
        .containsAll(names("polls.problem", PollCheck.Problem.values()))
        .containsAll(names("storm", StormMode.values()))
        .containsAll(names("call-back-cause", Cause.values()))
        .containsAll(
            Stream.of(CallBack.State.values())
                .map(state -> "call-back-state." + CallBackRows.code(state))
                .toList())
        .containsAll(names("satisfaction", Satisfaction.values()))
        .containsAll(names("desk.pause", PauseReason.values()))
        .containsAll(names("desk.outcome", DeskOutcome.values()))
        .containsAll(names("desk.stage", Stage.values()))
        .containsAll(names("desk.target", Target.Kind.values()))
        .containsAll(names("ticket.recording", RecordingKind.values()))
        .containsAll(names("starts-from", StartsFrom.values()))
        .containsAll(names("rules.error", RuleFaults.Code.values()))
        .containsAll(names("calendars.ical", HolidayFeed.Code.values()))
        .containsAll(names("calendars.day", SpecialDay.Kind.values()))
        .containsAll(names("surveyToday.period", PeriodChoice.values()))
        .containsAll(names("agent-doing", Doing.values()))
        .containsAll(names("floor.standing", Standing.values()))
        .containsAll(names("floor.alarm", Alarm.Kind.values()))
        .containsAll(names("audit.action.agent", AgentOrder.Kind.values()))
        .containsAll(
            ShippedRules.read().stream().map(rule -> "deadline-rule." + rule.ref().id()).toList())
        .containsAll(
            Stream.of(MessageEvent.values())
                .flatMap(event -> event.variables().stream())
                .map(variable -> "variable." + variable)
                .toList())
        .containsAll(Stream.of(Finding.Code.values()).map(c -> "finding." + c.code()).toList())
        .containsAll(
            Wording.shippedEmergencies().groups().stream().map(g -> "danger." + g).toList())
        .containsAll(AuditController.GROUPS.stream().map(each -> "audit.group." + each).toList())
        .containsAll(Stream.of(Role.values()).map(role -> "role." + role.code()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "console_en"})
  void everyStateOfEveryPartHasASentence(String bundle) {
    HealthSentences.STATES.forEach(
        (part, states) ->
            assertThat(keys(bundle))
                .contains("status." + part)
                .containsAll(
                    states.stream().map(state -> "status." + part + "." + state).toList()));
    assertThat(HealthSentences.VALUES.keySet()).isEqualTo(HealthSentences.STATES.keySet());
  }

  @Test
  void everyMessageOfATemplateExists() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        KEY.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
      }
    }

    assertThat(used).hasSizeGreaterThan(50);
    assertThat(keys("console")).containsAll(used);
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "console_en"})
  void anApostropheDoesNotSwallowArguments(String bundle) {
    Properties messages = load(bundle);

    assertThat(messages.stringPropertyNames())
        .filteredOn(key -> messages.getProperty(key).contains("{0}"))
        .isNotEmpty()
        .allMatch(key -> !messages.getProperty(key).replace("''", "").contains("'"));
  }

  private static Set<String> names(String group, Coded... codes) {
    Set<String> names = new TreeSet<>();
    for (Coded code : codes) {
      names.add(group + "." + code.code());
    }
    return names;
  }

  private static Set<String> keys(String bundle) {
    return new TreeSet<>(load(bundle).stringPropertyNames());
  }

  private static Properties load(String bundle) {
    Properties properties = new Properties();
    String file = "/i18n/" + bundle + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(BundlesTest.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
