package cn.wuye.hotline.router.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.RealAsterisk;
import cn.wuye.hotline.router.SipPhone;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannels;
import cn.wuye.hotline.router.control.CallControl.Move;
import cn.wuye.hotline.router.control.CallControl.Place;
import cn.wuye.hotline.router.live.LiveQueues;
import cn.wuye.hotline.router.live.MembershipChange;
import cn.wuye.hotline.router.live.QueueCommands;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Originator;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueFiles;
import cn.wuye.hotline.router.queue.QueueLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.asteriskjava.manager.action.DbPutAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real Asterisk with its dialplan: a caller in a queue, and an agent's SIP phone. */
class CallControlIT {
  private static final QueueDefinition QUEUE =
      new QueueDefinition(
          "desk",
          "desk",
          Set.of(),
          Set.of(),
          0,
          new QueueLimits(
              Duration.ofSeconds(15),
              Duration.ofSeconds(2),
              Duration.ofSeconds(15),
              Duration.ofSeconds(30),
              Duration.ofSeconds(60),
              Duration.ofMinutes(15),
              0));
  private static final String BUSY = "13900000032";
  private static final int CALLER_TONE = 500;
  private static final int AGENT_TONE = 900;
  private static final int BOSS_TONE = 1400;

  private static final LiveChannels CHANNELS = new LiveChannels(Clock.systemUTC());
  private static final LiveQueues QUEUES = new LiveQueues(Clock.systemUTC());
  private static RealAsterisk asterisk;
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor();
  private static AmiConnection application;
  private static AmiConnection tester;
  private static QueueCommands commands;
  private static CallControl control;
  private static Originator originator;
  private static SipPhone mei;

  @BeforeAll
  static void begin() throws IOException {
    asterisk = new RealAsterisk();
    application = asterisk.connection("hotline", "HOTLINE_AMI_PASSWORD");
    tester = asterisk.connection("test-caller", "HOTLINE_CALLER_AMI_PASSWORD");
    commands = new QueueCommands(application);
    control = new CallControl(application);
    application.addListener(CHANNELS);
    application.addListener(QUEUES);
    originator = new Originator(application, TIMER);
    application.addListener(originator);
    application.start();
    tester.start();
    await().until(() -> application.connected() && tester.connected());
    write(List.of(QUEUE));
    done(commands.reload());
    mei = asterisk.phone("1001");
    mei.register();
    await().until(mei::registered);
    done(tester.send(new DbPutAction("test-phone", BUSY, "busy")));
  }

  @AfterAll
  static void end() throws IOException {
    write(List.of());
    done(commands.reload());
    mei.close();
    application.close();
    tester.close();
    asterisk.close();
    TIMER.shutdownNow();
  }

  @AfterEach
  void leave() {
    mei.hangUp();
    if (QUEUES.now().devices().contains(mei.device())) {
      done(commands.apply(new MembershipChange.Remove(QUEUE.asteriskName(), mei.device())));
    }
    await().until(() -> QUEUES.now().devices().isEmpty());
  }

  @Test
  void onHoldTheCallerWaitsAndComesBackIntoTheRoom() throws IOException {
    String call = talk();
    String leg = leg(call);

    done(
        control.sendBoth(
            new Move(call, new Place("hotline-desk-hold", call)),
            new Move(leg, new Place("hotline-desk-person", call))));
    await().until(() -> room(call).contains("PJSIP/1001"));
    assertThat(room(call)).doesNotContain("Local/");
    assertThat(CHANNELS.find(call)).isPresent();

    done(control.send(call, new Place("hotline-desk-caller", call)));
    await().until(() -> room(call).contains("Local/"));

    // The last person leaves, and the caller with her.
    mei.hangUp();
    await().until(() -> CHANNELS.find(call).isEmpty());
  }

  @Test
  void whoComesIntoAnEmptyRoomGoesBackToTheAgents() {
    String call = talk();
    int rung = mei.rung().size();

    // Her agent's leg is hung up by it, and nobody is in the room.
    done(control.send(call, new Place("hotline-desk-caller", call)));

    await().atMost(Duration.ofSeconds(20)).until(() -> mei.rung().size() > rung);
    assertThat(CHANNELS.find(call)).isPresent();
    done(control.hangUp(call));
  }

  @Test
  void handedOnInVainSheGoesBackToTheAgents() {
    String call = talk();
    int rung = mei.rung().size();

    done(control.send(call, new Place("hotline-desk-transfer", BUSY)));

    await().atMost(Duration.ofSeconds(20)).until(() -> mei.rung().size() > rung);
    assertThat(CHANNELS.find(call)).isPresent();
    done(control.hangUp(call));
  }

  @Test
  void whoTakesACallOverGoesOnWithTheCallerWithoutTheAgent() throws IOException {
    try (SipPhone boss = asterisk.phone("1002");
        SipPhone resident = asterisk.phone("1003")) {
      boss.register();
      resident.register();
      await().until(() -> boss.registered() && resident.registered());
      boss.sound().says(BOSS_TONE);
      resident.sound().says(CALLER_TONE);
      String call = talk(resident.device());
      String channel = "take-" + UUID.randomUUID();

      Ring ring =
          originator.originate(
              channel,
              new OriginateRequest(
                  boss.device(), "hotline-desk-taker", call, "", Duration.ofSeconds(20), Map.of()));
      assertThat(ring.outcome())
          .succeedsWithin(Duration.ofSeconds(10))
          .isEqualTo(RingOutcome.ANSWERED);
      done(control.send(call, new Place("hotline-desk-caller", call)));

      await().until(() -> CallLegs.of(CHANNELS.snapshot(), mei.device(), call).isEmpty());
      hears(boss, CALLER_TONE);
      hears(resident, BOSS_TONE);

      boss.hangUp();
      await().until(() -> CHANNELS.find(call).isEmpty());
      boss.unregister();
      resident.unregister();
      await().until(() -> !boss.registered() && !resident.registered());
    }
  }

  @Test
  void whoIsPutFirstIsFirstInAsteriskAtOnce() throws IOException {
    mei.answers(false);
    signIn();
    String first = waits();
    String second = waits();
    String channel = CHANNELS.find(second).orElseThrow().name();

    done(commands.precedence(QUEUE.asteriskName(), channel, 4000));

    await()
        .untilAsserted(
            () ->
                assertThat(asterisk.cli("queue show " + QUEUE.asteriskName()))
                    .containsSubsequence(channel, CHANNELS.find(first).orElseThrow().name()));
    mei.answers(true);
    control.hangUp(second);
    control.hangUp(first);
    await().until(() -> CHANNELS.find(first).isEmpty() && CHANNELS.find(second).isEmpty());
  }

  @Test
  void aKeyThatIsHeardEndsAStayInTheQueueAndNotTheCall() {
    mei.answers(false);
    signIn();
    String call = waits();

    done(control.pressed(call, '1'));

    await().until(() -> !waiting(call));
    assertThat(CHANNELS.find(call)).isPresent();
    mei.answers(true);
    done(control.hangUp(call));
    await().until(() -> CHANNELS.find(call).isEmpty());
  }

  /** By the energy of three tones in what each phone receives. */
  @Test
  void whoListensIsHeardByNobodyWhoWhispersByTheAgentAndWhoBargesInByBoth() throws IOException {
    try (SipPhone boss = asterisk.phone("1002");
        SipPhone resident = asterisk.phone("1003")) {
      boss.register();
      resident.register();
      await().until(() -> boss.registered() && resident.registered());
      mei.sound().says(AGENT_TONE);
      boss.sound().says(BOSS_TONE);
      resident.sound().says(CALLER_TONE);
      String call = talk(resident.device());
      hears(mei, CALLER_TONE);
      hears(resident, AGENT_TONE);
      String leg = leg(call);

      String ear = ListenMode.PREFIX + UUID.randomUUID();
      originator.originate(ear, listening(boss, leg));
      hears(boss, CALLER_TONE, AGENT_TONE);
      hearsNot(BOSS_TONE, mei, resident);

      listen(ear, ListenMode.WHISPER);
      hears(mei, BOSS_TONE, CALLER_TONE);
      hears(boss, CALLER_TONE, AGENT_TONE);
      hearsNot(BOSS_TONE, resident);

      listen(ear, ListenMode.BARGE);
      hears(resident, BOSS_TONE, AGENT_TONE);
      hears(mei, BOSS_TONE, CALLER_TONE);
      hears(boss, CALLER_TONE, AGENT_TONE);

      listen(ear, ListenMode.LISTEN);
      hears(boss, CALLER_TONE, AGENT_TONE);
      hearsNot(BOSS_TONE, mei, resident);

      done(control.hangUp(call));
      await().until(() -> CHANNELS.find(ear).isEmpty());
      boss.unregister();
      resident.unregister();
      await().until(() -> !boss.registered() && !resident.registered());
    } finally {
      mei.sound().says(0);
    }
  }

  @Test
  void whoIsToListenToNobodyHearsNothing() throws IOException {
    try (SipPhone boss = asterisk.phone("1002")) {
      boss.register();
      await().until(boss::registered);
      String ear = ListenMode.PREFIX + UUID.randomUUID();

      Ring ring = originator.originate(ear, listening(boss, "$()"));

      assertThat(ring.outcome())
          .succeedsWithin(Duration.ofSeconds(10))
          .isEqualTo(RingOutcome.ANSWERED);
      await().until(() -> CHANNELS.find(ear).isEmpty());
      boss.unregister();
      await().until(() -> !boss.registered());
    }
  }

  private static OriginateRequest listening(SipPhone phone, String heard) {
    Place place = ListenMode.LISTEN.place();
    return new OriginateRequest(
        phone.device(),
        place.context(),
        place.extension(),
        "",
        Duration.ofSeconds(20),
        Map.of(ListenMode.HEARD, heard));
  }

  private static void listen(String ear, ListenMode mode) {
    await().until(() -> CHANNELS.find(ear).isPresent());
    done(control.send(ear, mode.place()));
  }

  private static void hears(SipPhone phone, int... tones) {
    phone.sound().forget();
    for (int tone : tones) {
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(
              () -> {
                assertThat(phone.sound().second())
                    .as("%s: %s", phone.device(), phone.sound())
                    .isTrue();
                assertThat(phone.sound().loudness(tone))
                    .as("%s hears %d Hz", phone.device(), tone)
                    .isGreaterThan(0.08);
              });
    }
  }

  /** In a whole second from now on. */
  private static void hearsNot(int tone, SipPhone... phones) {
    for (SipPhone phone : phones) {
      phone.sound().forget();
      await().until(() -> phone.sound().second());
      assertThat(phone.sound().loudness(tone))
          .as("%s does not hear %d Hz", phone.device(), tone)
          .isLessThan(0.01);
    }
  }

  @Test
  void mutingKeysAndPausingNeedNoMoreThanTheClassCall() {
    String call = talk();
    String leg = leg(call);

    done(control.mute(leg, true));
    done(control.mute(leg, false));
    done(control.press(call, "12#"));
    // It may be asked; but nothing is recorded here.
    assertThat(control.pauseRecording(call, true))
        .failsWithin(Duration.ofSeconds(3))
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining("Cannot set mute flag");
    done(control.hangUp(leg));

    await().until(() -> CallLegs.of(CHANNELS.snapshot(), mei.device(), call).isEmpty());
    await().until(() -> CHANNELS.find(call).isEmpty());
  }

  /** A caller whom the agent has answered; the id of her channel. */
  private static String talk() {
    return talk("");
  }

  /**
   * @param caller the caller's phone; empty for a room
   */
  private static String talk(String caller) {
    signIn();
    String id = calls(caller);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                CallLegs.of(CHANNELS.snapshot(), mei.device(), id)
                    .filter(leg -> !leg.bridgeId().isEmpty())
                    .isPresent());
    return id;
  }

  /** A caller whom nobody answers; the id of her channel. */
  private static String waits() {
    String id = calls("");
    await().atMost(Duration.ofSeconds(20)).until(() -> waiting(id));
    return id;
  }

  private static boolean waiting(String call) {
    return QUEUES.now().queue(QUEUE.asteriskName()).stream()
        .flatMap(queue -> queue.waiting().stream())
        .anyMatch(caller -> caller.call().equals(call));
  }

  private static void signIn() {
    done(
        commands.apply(
            new MembershipChange.Add(QUEUE.asteriskName(), mei.device(), 0, Optional.empty())));
    await().until(() -> QUEUES.now().devices().contains(mei.device()));
  }

  private static String calls(String caller) {
    String id = "desk-it-" + UUID.randomUUID();
    OriginateAction action = new OriginateAction();
    action.setChannelId(id);
    action.setChannel(
        caller.isEmpty() ? "Local/" + id.replace("-", "") + "@hotline-conference/n" : caller);
    action.setContext("hotline-queue-alone");
    action.setExten("s");
    action.setPriority(1);
    action.setTimeout(10_000L);
    action.setAsync(true);
    action.setVariable("HOTLINE_QUEUE", QUEUE.asteriskName());
    done(application.send(action));
    return id;
  }

  private static String leg(String call) {
    return CallLegs.of(CHANNELS.snapshot(), mei.device(), call).map(LiveChannel::id).orElseThrow();
  }

  /** Who is in the room of a call, as Asterisk lists it; an error's words while there is none. */
  private static String room(String call) throws IOException {
    return asterisk.cli("confbridge list " + call);
  }

  private static void done(CompletableFuture<?> answer) {
    assertThat(answer).succeedsWithin(Duration.ofSeconds(3));
  }

  private static void write(List<QueueDefinition> queues) throws IOException {
    Files.writeString(asterisk.etc().resolve(QueueFiles.RULES), QueueFiles.rules(queues));
    Files.writeString(asterisk.etc().resolve(QueueFiles.QUEUES), QueueFiles.queues(queues));
  }
}
