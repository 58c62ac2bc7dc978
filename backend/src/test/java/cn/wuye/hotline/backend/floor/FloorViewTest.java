package cn.wuye.hotline.backend.floor;

import static cn.wuye.hotline.backend.floor.SampleFloor.BOOK;
import static cn.wuye.hotline.backend.floor.SampleFloor.GARDEN;
import static cn.wuye.hotline.backend.floor.SampleFloor.NOW;
import static cn.wuye.hotline.backend.floor.SampleFloor.SUN;
import static cn.wuye.hotline.backend.floor.SampleFloor.agent;
import static cn.wuye.hotline.backend.floor.SampleFloor.caller;
import static cn.wuye.hotline.backend.floor.SampleFloor.machine;
import static cn.wuye.hotline.backend.floor.SampleFloor.part;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.floor.Item.AgentItem;
import cn.wuye.hotline.backend.floor.Item.AlarmItem;
import cn.wuye.hotline.backend.floor.Item.CallerItem;
import cn.wuye.hotline.backend.floor.Item.FigureItem;
import cn.wuye.hotline.backend.floor.Item.QueueItem;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.Told;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureRules;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FloorViewTest {
  private static final Watcher EVERYTHING = new Watcher(EstateScope.ALL);
  private final Floor floor = new Floor();
  private FloorFigures figures = FloorFigures.NONE;

  private static Watcher of(EstateId... estates) {
    return new Watcher(EstateScope.of(Arrays.stream(estates).collect(Collectors.toSet())));
  }

  private SortedMap<String, Item> seen(Watcher watcher) {
    return new FloorView(floor.now(NOW), BOOK, figures, Duration.ofMinutes(2)).of(watcher, NOW);
  }

  private static <T extends Item> T the(SortedMap<String, Item> seen, String key, Class<T> type) {
    return type.cast(Objects.requireNonNull(seen.get(key)));
  }

  private void busyFloor() {
    floor.take(
        part(
            "node-1",
            List.of(
                caller("1.1", "sun", "1", 20),
                caller("1.2", "sun", "", 10),
                caller("1.3", "garden", "2", 30),
                caller("1.4", "general", "1", 5),
                caller("1.5", "general", "2", 6),
                caller("1.6", "general", "", 7),
                caller("1.7", "by-hand", "1", 8)),
            List.of(
                agent("1001", Doing.TALKING, 60, "sun", "general"),
                agent("1002", Doing.READY, 60, "garden", "general"),
                agent("1003", Doing.PAUSED, 60, "general"),
                agent("9999", Doing.READY, 60, "by-hand"))));
  }

  @Test
  void whoSeesAllEstatesSeesEverything() {
    busyFloor();

    assertThat(seen(EVERYTHING).keySet())
        .contains(
            "n:node-1",
            "q:sun",
            "q:garden",
            "q:general",
            "f:*",
            "f:sun",
            "f:general",
            "c:1.1",
            "c:1.2",
            "c:1.3",
            "c:1.4",
            "c:1.5",
            "c:1.6",
            "c:1.7",
            "a:1001",
            "a:1002",
            "a:1003",
            "a:9999");
  }

  @Test
  void aSupervisorOfOneEstateIsSentItsCallersQueuesAndAgentsAndNoOthers() {
    busyFloor();

    SortedMap<String, Item> seen = seen(of(SUN));

    assertThat(seen.keySet())
        .filteredOn(key -> key.matches("[cqa]:.*"))
        .containsExactlyInAnyOrder(
            "c:1.1", "c:1.2", "c:1.4", "q:sun", "q:general", "a:1001", "a:1003");
    assertThat(seen.toString()).doesNotContain("金桂", "李芳", "电梯坏了 1.3", "电梯坏了 1.5");
    assertThat(the(seen, "q:general", QueueItem.class).waiting()).isEqualTo(1);
    assertThat(seen.keySet())
        .as("figures of a queue for all would tell of others")
        .contains("f:sun", "f:*")
        .doesNotContain("f:general", "f:garden");
  }

  @Test
  void whoTalksWithTheMachineIsSeenByHerEstateAndByWhoSeesEverything() {
    floor.take(
        part(
            "node-1",
            List.of(),
            List.of(),
            List.of(machine("1.1", "1", 9), machine("1.2", "2", 5), machine("1.3", "", 1))));

    assertThat(seen(EVERYTHING)).containsKeys("m:1.1", "m:1.2", "m:1.3");
    assertThat(seen(of(SUN))).containsKey("m:1.1").doesNotContainKeys("m:1.2", "m:1.3");
    assertThat(seen(of(SUN)).toString()).doesNotContain("电梯停在 1.2", "电梯停在 1.3");
  }

  @Test
  void whoseEstateIsNotKnownIsSeenWhereTheWholeQueueIs() {
    busyFloor();

    assertThat(seen(of(SUN))).containsKey("c:1.2").doesNotContainKey("c:1.6");
    assertThat(seen(of(SUN, GARDEN))).doesNotContainKey("c:1.6");
  }

  @Test
  void aSupervisorOfAnotherEstateIsSentNothingButTheNodesAndTheQueueForAll() {
    floor.take(
        part(
            "node-1",
            List.of(caller("1.1", "sun", "1", 20)),
            List.of(agent("1001", Doing.TALKING, 60, "sun"))));

    assertThat(seen(of(new EstateId(7))).keySet())
        .containsExactlyInAnyOrder("n:node-1", "q:general", "f:*");
    assertThat(seen(of()).keySet()).containsExactlyInAnyOrder("n:node-1", "q:general", "f:*");
  }

  @Test
  void stepsAreForWhomNobodyElsesEstateIsTouched() {
    busyFloor();

    assertThat(the(seen(of(SUN)), "a:1001", AgentItem.class).leads()).isTrue();
    assertThat(the(seen(of(SUN)), "a:1003", AgentItem.class).leads()).isFalse();
    assertThat(the(seen(EVERYTHING), "a:1003", AgentItem.class).leads()).isTrue();
  }

  @Test
  void anItemNamesTheEstateAndOnlyQueuesThatAreSeen() {
    busyFloor();

    assertThat(the(seen(of(SUN)), "c:1.1", CallerItem.class).estate()).isEqualTo("阳光花园");
    assertThat(the(seen(of(SUN)), "a:1001", AgentItem.class).queues()).containsExactly("阳光", "综合");
    assertThat(the(seen(EVERYTHING), "a:9999", AgentItem.class).name()).isEqualTo("9999");
  }

  @Test
  void alarmsTellOfEmergenciesOfLongWaitsAndOfDialectsThatNobodySpeaks() {
    Caller told = new Caller("1.2", "sun", NOW.minusSeconds(3), "", "1", "yue", true, "着火了");
    floor.take(
        part(
            "node-1",
            List.of(caller("1.1", "sun", "1", 121), told, caller("1.3", "garden", "2", 120)),
            List.of(
                agent("1001", Doing.PAUSED, 60, "sun"), agent("1002", Doing.READY, 5, "garden"))));

    SortedMap<String, Item> seen = seen(EVERYTHING);

    assertThat(alarms(seen))
        .containsExactly("emergency 阳光 ", "unattended 阳光 ", "wait 阳光 ", "nobody 阳光 yue");
    assertThat(the(seen, "x:0:sun:", AlarmItem.class).since())
        .isEqualTo(NOW.minusSeconds(3).toEpochMilli());
    assertThat(alarms(seen(of(GARDEN)))).isEmpty();
  }

  @Test
  void anAgentOfOthersAnswersTheQueueForAllAndWhatIsOldAlarmsNobody() {
    floor.take(
        part(
            "node-1",
            List.of(caller("1.1", "general", "1", 500)),
            List.of(
                agent("1002", Doing.READY, 5, "general"), agent("1001", Doing.READY, 5, "sun"))));

    assertThat(alarms(seen(of(SUN)))).containsExactly("wait 综合 ");

    floor.cut("node-1", NOW);
    assertThat(alarms(seen(of(SUN)))).isEmpty();
  }

  @Test
  void anAlarmIsAboutAllWhoWaitForTooLongAndNamesTheirEstates() {
    floor.take(
        part(
            "node-1",
            List.of(
                caller("1.1", "general", "1", 500),
                caller("1.2", "general", "", 400),
                caller("1.3", "general", "2", 5)),
            List.of(agent("1003", Doing.TALKING, 5, "general", "sun"))));

    List<Alarm> alarms =
        new FloorView(floor.now(NOW), BOOK, FloorFigures.NONE, Duration.ofMinutes(2)).alarms(NOW);

    assertThat(alarms)
        .containsExactly(
            new Alarm(
                Alarm.Kind.WAIT,
                Objects.requireNonNull(BOOK.queues().get("general")),
                "",
                NOW.minusSeconds(500),
                2,
                Set.of("1", "")));
  }

  private static List<String> alarms(SortedMap<String, Item> seen) {
    return seen.values().stream()
        .filter(AlarmItem.class::isInstance)
        .map(AlarmItem.class::cast)
        .map(alarm -> alarm.kind() + " " + alarm.queue() + " " + alarm.dialect())
        .toList();
  }

  @Test
  void figuresAreThoseOfTheReportsAndNothingOfNothingIsNoFigure() {
    busyFloor();
    Told story =
        new Told("2026-03-02T01:00:00Z")
            .call(0, EventKind.JOINED, "a", "sun")
            .call(10, EventKind.ANSWERED, "a", "sun", "1001", "")
            .call(70, EventKind.COMPLETED, "a", "sun", "1001", "")
            .call(0, EventKind.JOINED, "b", "sun")
            .call(30, EventKind.ABANDONED, "b", "sun");
    CallSums sums =
        story.stays(100).stream()
            .map(stay -> CallSums.of(stay, FigureRules.SHIPPED))
            .reduce(CallSums.NONE, CallSums::plus);
    figures =
        new FloorFigures(
            Map.of("sun", new QueueFigures(sums, 2, LastHour.NOTHING, LastHour.NOTHING)),
            Map.of("1001", new AgentSums(1, 0, 60_000, 30_000, 0, 60_000, 0, 0, 0, Map.of())));

    FigureItem sun = the(seen(of(SUN)), "f:sun", FigureItem.class);

    assertThat(sun.served()).isEqualTo(50.0);
    assertThat(sun.servedOfAnswered()).isEqualTo(100.0);
    assertThat(sun.speedOfAnswer()).isEqualTo(10.0);
    assertThat(sun.abandonRate()).isEqualTo(50.0);
    assertThat(sun.longestWait()).isEqualTo(30.0);
    assertThat(sun.callBacks()).isEqualTo(2);
    FigureItem all = the(seen(of(SUN)), "f:*", FigureItem.class);
    assertThat(all.offered()).isEqualTo(2);
    assertThat(all.occupancy()).isEqualTo(66.7);
    FigureItem nothing = the(seen(of(GARDEN)), "f:garden", FigureItem.class);
    assertThat(nothing.served()).isNull();
    assertThat(nothing.speedOfAnswer()).isNull();
    assertThat(the(seen(of(GARDEN)), "f:*", FigureItem.class).offered()).isZero();
    assertThat(the(seen(of(SUN)), "a:1001", AgentItem.class).handled()).isEqualTo(1);
  }

  @Test
  void whereAnAgentIsLentIsToldToWhoSeesThatQueue() {
    Book.Loan loan = new Book.Loan("garden", NOW.plusSeconds(3600));
    Book lent =
        new Book(
            BOOK.queues(),
            Map.of("1001", new Book.Person("1001", "王小明", Set.of(SUN), loan)),
            BOOK.estates());
    floor.take(part("node-1", List.of(), List.of(agent("1001", Doing.READY, 1, "garden"))));
    FloorView view = new FloorView(floor.now(NOW), lent, figures, Duration.ofMinutes(2));

    AgentItem seen = the(view.of(EVERYTHING, NOW), "a:1001", AgentItem.class);
    AgentItem local = the(view.of(of(SUN), NOW), "a:1001", AgentItem.class);

    assertThat(seen.lentTo()).isEqualTo("金桂");
    assertThat(seen.lentUntil()).isEqualTo(NOW.plusSeconds(3600).toEpochMilli());
    assertThat(local.lentTo()).isEmpty();
    assertThat(local.lentUntil()).isZero();
    assertThat(local.queues()).isEmpty();
  }

  @Test
  void callersAndQueuesMayBeMovedWhereAllWhoWaitThereAreHers() {
    floor.take(
        part(
            "node-1",
            List.of(caller("1.1", "sun", "1", 5), caller("1.2", "general", "1", 5)),
            List.of()));

    SortedMap<String, Item> local = seen(of(SUN));

    assertThat(the(local, "c:1.1", CallerItem.class).leads()).isTrue();
    assertThat(the(local, "c:1.2", CallerItem.class).leads()).isFalse();
    assertThat(the(local, "q:sun", QueueItem.class).leads()).isTrue();
    assertThat(the(local, "q:general", QueueItem.class).leads()).isFalse();
    assertThat(the(seen(EVERYTHING), "q:general", QueueItem.class).leads()).isTrue();
  }

  @Test
  void aTalkMayBeSteppedIntoWhereAgentAndCallerAreHers() {
    assertThat(talk("1001", "sun", "1", of(SUN))).isEqualTo("7.1");
    assertThat(talk("1001", "", "1", of(SUN))).isEqualTo("7.1");
    assertThat(talk("1001", "sun", "", of(SUN))).isEqualTo("7.1");
    assertThat(talk("1001", "", "", EVERYTHING)).isEqualTo("7.1");

    // The ring had widened to a caller of another estate; nobody knows whose she is.
    assertThat(talk("1001", "garden", "2", of(SUN))).isEmpty();
    assertThat(talk("1001", "garden", "1", of(SUN))).isEmpty();
    assertThat(talk("1001", "general", "", of(SUN))).isEmpty();
    assertThat(talk("1001", "", "", of(SUN))).isEmpty();
    // Seen, but not hers alone.
    assertThat(talk("1003", "sun", "1", of(SUN))).isEmpty();
  }

  private String talk(String extension, String queue, String estate, Watcher watcher) {
    Agent talking =
        new Agent(
            extension,
            Doing.TALKING,
            NOW,
            null,
            "",
            List.of(),
            new Agent.Talk("7.1", queue, estate));
    floor.take(part("node-1", List.of(), List.of(talking)));
    return the(seen(watcher), "a:" + extension, AgentItem.class).call();
  }

  @Test
  void whatStandsInNoBookIsForThoseWhoSeeEverything() {
    Watcher local = of(SUN);

    assertThat(local.sees(caller("1", "x", "1", 0), null)).isFalse();
    assertThat(EVERYTHING.sees(caller("1", "x", "", 0), null)).isTrue();
    assertThat(local.seesWhole(new Book.Queue("x", "x", Set.of(), Set.of()))).isFalse();
  }
}
