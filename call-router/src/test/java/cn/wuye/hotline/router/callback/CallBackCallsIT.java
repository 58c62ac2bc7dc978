package cn.wuye.hotline.router.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.RealAsterisk;
import cn.wuye.hotline.router.SipPhone;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.live.LiveQueues;
import cn.wuye.hotline.router.live.MembershipChange;
import cn.wuye.hotline.router.live.QueueCommands;
import cn.wuye.hotline.router.live.QueueHappening;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueHappening.Joined;
import cn.wuye.hotline.router.live.QueuesListener;
import cn.wuye.hotline.router.originate.Originator;
import cn.wuye.hotline.router.queue.CallerNeeds;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueEntry;
import cn.wuye.hotline.router.queue.QueueFiles;
import cn.wuye.hotline.router.queue.QueueLimits;
import cn.wuye.hotline.router.queue.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.asteriskjava.manager.action.DbPutAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real Asterisk: the agent has a SIP phone, the resident is a test phone. */
class CallBackCallsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ANSWERS = "13900000051";
  private static final String BUSY = "13900000052";
  private static final QueueDefinition QUEUE =
      new QueueDefinition(
          "it-back",
          "it-back",
          Set.of(),
          Set.of(),
          0,
          new QueueLimits(
              Duration.ofSeconds(5),
              Duration.ofSeconds(3),
              Duration.ofSeconds(15),
              Duration.ofSeconds(30),
              Duration.ofSeconds(60),
              Duration.ofMinutes(15),
              0));

  private static final int RESIDENT_TONE = 500;
  private static final int AGENT_TONE = 900;

  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor();
  private static final LiveQueues QUEUES = new LiveQueues(Clock.systemUTC());
  private static final List<String> TOLD = new CopyOnWriteArrayList<>();

  private static RealAsterisk asterisk;
  private static AmiConnection application;
  private static AmiConnection tester;
  private static QueueCommands commands;
  private static CallBackCalls calls;
  private static SipPhone mei;

  @BeforeAll
  static void begin() throws IOException {
    asterisk = new RealAsterisk();
    application = asterisk.connection("hotline", "HOTLINE_AMI_PASSWORD");
    tester = asterisk.connection("test-caller", "HOTLINE_CALLER_AMI_PASSWORD");
    commands = new QueueCommands(application);
    Originator originator = new Originator(application, TIMER);
    calls = new CallBackCalls(originator::originate, "4001234567", Clock.systemUTC());
    QUEUES.addListener(calls);
    QUEUES.addListener(new Recorder());
    application.addListener(QUEUES);
    application.addListener(originator);
    application.addListener(calls);
    application.start();
    tester.start();
    await().until(() -> application.connected() && tester.connected());
    write(List.of(QUEUE));
    done(commands.reload());
    // It answers, and hangs up as nobody carries its sound.
    done(tester.send(new DbPutAction("test-phone", ANSWERS, "127.0.0.1:1")));
    done(tester.send(new DbPutAction("test-phone", BUSY, "busy")));
    mei = asterisk.phone("1001");
    mei.register();
    await().until(mei::registered);
  }

  @AfterAll
  static void end() throws IOException {
    write(List.of());
    done(commands.reload());
    mei.close();
    application.close();
    tester.close();
    TIMER.shutdownNow();
    asterisk.close();
  }

  @AfterEach
  void leave() {
    mei.hangUp();
    mei.answers(true);
    if (!QUEUES.now().devices().isEmpty()) {
      done(commands.apply(new MembershipChange.Remove(QUEUE.asteriskName(), mei.device())));
    }
    await().until(() -> QUEUES.now().devices().isEmpty());
  }

  @Test
  void theAgentIsRungFirstAndThenTheResident() {
    signIn();
    int before = mei.rung().size();

    PlacedCallBack placed = place(ANSWERS, 4, 30);

    assertThat(placed.agent()).succeedsWithin(PATIENCE).isEqualTo(Optional.of(mei.device()));
    assertThat(placed.talked()).succeedsWithin(PATIENCE).isEqualTo(true);
    assertThat(mei.rung()).hasSize(before + 1);
  }

  @Test
  void aResidentWhoIsBusyHasNotTalkedAndTheAgentIsLetGo() {
    signIn();

    PlacedCallBack placed = place(BUSY, 4, 30);

    assertThat(placed.agent()).succeedsWithin(PATIENCE).isEqualTo(Optional.of(mei.device()));
    assertThat(placed.talked()).succeedsWithin(PATIENCE).isEqualTo(false);
    await()
        .atMost(PATIENCE)
        .until(() -> asterisk.cli("core show channels count").contains("0 active channels"));
  }

  @Test
  void whereNoAgentAnswersNobodyIsCalledBack() {
    signIn();
    mei.answers(false);

    PlacedCallBack placed = place(ANSWERS, 4, 3);

    assertThat(placed.agent()).succeedsWithin(PATIENCE).isEqualTo(Optional.empty());
    assertThat(placed.talked()).succeedsWithin(PATIENCE).isEqualTo(false);
  }

  @Test
  void whoHasTheOlderPlaceComesBeforeWhoWaitsInTheQueue() {
    signIn();
    String talks = call();
    await().atMost(PATIENCE).until(() -> TOLD.contains("answered " + talks));
    String waits = call();
    await().atMost(PATIENCE).until(() -> TOLD.contains("joined " + waits));

    PlacedCallBack placed = place(ANSWERS, 9, 60);
    await()
        .atMost(PATIENCE)
        .until(() -> QUEUES.now().queue(QUEUE.asteriskName()).orElseThrow().waiting().size() == 2);
    mei.hangUp();

    assertThat(placed.agent()).succeedsWithin(PATIENCE).isEqualTo(Optional.of(mei.device()));
    assertThat(TOLD).doesNotContain("answered " + waits);
    done(application.send(new HangupAction(waits)));
  }

  @Test
  void theTalkHasAnEntryLikeEveryCallAndIsRecordedWithBothSides() throws IOException {
    signIn();
    String id = CallBackCalls.PREFIX + UUID.randomUUID();
    try (SipPhone resident = asterisk.phone("1002")) {
      resident.register();
      await().until(resident::registered);
      mei.sound().says(AGENT_TONE);
      resident.sound().says(RESIDENT_TONE);
      PlacedCallBack placed = place(id, "1002", 4, 30);
      assertThat(placed.agent()).succeedsWithin(PATIENCE).isEqualTo(Optional.of(mei.device()));
      hears(mei, RESIDENT_TONE);
      hears(resident, AGENT_TONE);
      mei.hangUp();
      assertThat(placed.talked()).succeedsWithin(PATIENCE).isEqualTo(true);
      resident.unregister();
      await().until(() -> !resident.registered());
    } finally {
      mei.sound().says(0);
    }
    await().atMost(PATIENCE).until(() -> Files.exists(spool(id + ".ended")));
    assertThat(spool(id + ".call")).content().contains("call-id=" + id, "caller=1002");
    assertThat(spool(id + "-talk.raw")).isNotEmptyFile();
  }

  private static Path spool(String name) {
    return asterisk.etc().resolve("../../spool").resolve(name);
  }

  private static void hears(SipPhone phone, int tone) {
    phone.sound().forget();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(phone.sound().loudness(tone)).as(phone.device()).isGreaterThan(0.05));
  }

  private static PlacedCallBack place(String callee, int precedence, int slice) {
    return place(CallBackCalls.PREFIX + UUID.randomUUID(), callee, precedence, slice);
  }

  private static PlacedCallBack place(String id, String callee, int precedence, int slice) {
    return calls.place(
        new CallBackOrder(
            id, QUEUE, precedence, Reach.EVERYBODY, Duration.ofSeconds(slice), callee));
  }

  private static void signIn() {
    done(
        commands.apply(
            new MembershipChange.Add(QUEUE.asteriskName(), mei.device(), 0, Optional.empty())));
    await().until(() -> QUEUES.now().devices().contains(mei.device()));
  }

  /** A caller in the queue; the id of her channel. */
  private static String call() {
    String id = "back-it-" + UUID.randomUUID();
    QueueEntry entry =
        QueueEntry.of(
            QUEUE,
            new CallerNeeds("", "cmn", "", false, false),
            Duration.ZERO,
            Duration.ofSeconds(60),
            false);
    OriginateAction action = new OriginateAction();
    action.setChannelId(id);
    action.setChannel("Local/" + id.replace("-", "") + "@hotline-conference/n");
    action.setApplication("Queue");
    action.setData(entry.arguments());
    action.setTimeout(10_000L);
    action.setAsync(true);
    entry.variables().forEach(action::setVariable);
    done(application.send(action));
    return id;
  }

  private static void done(CompletableFuture<?> answer) {
    assertThat(answer).succeedsWithin(Duration.ofSeconds(3));
  }

  private static void write(List<QueueDefinition> queues) throws IOException {
    Files.writeString(asterisk.etc().resolve(QueueFiles.RULES), QueueFiles.rules(queues));
    Files.writeString(asterisk.etc().resolve(QueueFiles.QUEUES), QueueFiles.queues(queues));
  }

  private static final class Recorder implements QueuesListener {
    @Override
    public void happened(QueueHappening happening, Instant at) {
      if (happening instanceof Joined joined) {
        TOLD.add("joined " + joined.call());
      } else if (happening instanceof Answered answered) {
        TOLD.add("answered " + answered.call());
      }
    }
  }
}
