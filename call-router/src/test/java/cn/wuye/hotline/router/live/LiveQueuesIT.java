package cn.wuye.hotline.router.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.RealAsterisk;
import cn.wuye.hotline.router.SipPhone;
import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentState.Paused;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.agent.AgentState.Ringing;
import cn.wuye.hotline.router.agent.AgentState.Talking;
import cn.wuye.hotline.router.agent.AgentState.Unreachable;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.channel.ChannelsListener;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannels;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueHappening.Ended;
import cn.wuye.hotline.router.live.QueueHappening.Joined;
import cn.wuye.hotline.router.live.QueueHappening.Left;
import cn.wuye.hotline.router.live.QueueHappening.Rung;
import cn.wuye.hotline.router.queue.CallerNeeds;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueEntry;
import cn.wuye.hotline.router.queue.QueueFiles;
import cn.wuye.hotline.router.queue.QueueLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.asteriskjava.manager.action.DbPutAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real Asterisk: agents have SIP phones, callers are rooms of its own. */
class LiveQueuesIT {
  private static final Duration WRAP_UP = Duration.ofSeconds(3);
  private static final QueueDefinition QUEUE = queue("it", 15);
  private static final QueueDefinition IMPATIENT = queue("it-impatient", 5);
  private static final String NEVER_ANSWERS = "Local/13900000031@hotline-outbound/n";
  private static final CallerNeeds ANYBODY = new CallerNeeds("", "cmn", "", false, false);
  private static final CallerNeeds OLDER = new CallerNeeds("", "cmn", "", false, true);

  private static final List<String> TOLD = new CopyOnWriteArrayList<>();
  private static final Map<String, Instant> RUNG = new ConcurrentHashMap<>();
  private static final Map<String, String> ANSWERED_BY = new ConcurrentHashMap<>();
  private static final List<String> ENDED_CHANNELS = new CopyOnWriteArrayList<>();
  private static final AtomicInteger BLIND = new AtomicInteger();
  private static final LiveQueues QUEUES = new LiveQueues(Clock.systemUTC());
  private static final LiveAgents AGENTS =
      new LiveAgents(new AgentRules(WRAP_UP, Duration.ofMinutes(5)), Clock.systemUTC());

  private static RealAsterisk asterisk;
  private static AmiConnection application;
  private static AmiConnection tester;
  private static QueueCommands commands;
  private static SipPhone mei;
  private static SipPhone lan;

  @BeforeAll
  static void begin() throws IOException {
    asterisk = new RealAsterisk();
    application = asterisk.connection("hotline", "HOTLINE_AMI_PASSWORD");
    tester = asterisk.connection("test-caller", "HOTLINE_CALLER_AMI_PASSWORD");
    commands = new QueueCommands(application);
    LiveChannels channels = new LiveChannels(Clock.systemUTC());
    channels.addListener(
        new ChannelsListener() {
          @Override
          public void gone(LiveChannel channel, int cause) {
            ENDED_CHANNELS.add(channel.id());
          }
        });
    QUEUES.addListener(AGENTS);
    QUEUES.addListener(new Recorder());
    application.addListener(channels);
    application.addListener(QUEUES);
    application.start();
    tester.start();
    await().until(() -> application.connected() && tester.connected());
    write(List.of(QUEUE, IMPATIENT));
    done(commands.reload());
    mei = asterisk.phone("1001");
    lan = asterisk.phone("1002");
    mei.register();
    lan.register();
    await().until(() -> mei.registered() && lan.registered());
  }

  @AfterAll
  static void end() throws IOException {
    write(List.of());
    done(commands.reload());
    mei.close();
    lan.close();
    application.close();
    tester.close();
    asterisk.close();
  }

  @AfterEach
  void leave() {
    for (SipPhone phone : List.of(mei, lan)) {
      phone.hangUp();
      phone.answers(true);
    }
    QUEUES.now().queues().stream()
        .flatMap(queue -> queue.members().stream())
        .forEach(
            member ->
                done(commands.apply(new MembershipChange.Remove(member.queue(), member.device()))));
    await().until(() -> QUEUES.now().devices().isEmpty());
  }

  @Test
  void theEventsOfACallComeInTheirOrder() {
    signIn(mei.device());

    String call = call(ANYBODY);
    await().until(() -> TOLD.contains("answered " + call));
    assertThat(state(mei.device()))
        .isInstanceOfSatisfying(Talking.class, talk -> assertThat(talk.call()).isEqualTo(call));
    mei.hangUp();
    await().until(() -> TOLD.contains("ended agent " + call));

    assertThat(TOLD)
        .containsSubsequence(
            "joined " + call, "rung " + call, "answered " + call, "ended agent " + call)
        .contains("left " + call);
    assertThat(QUEUES.now().calls()).isEmpty();
    await().until(() -> state(mei.device()) instanceof WrapUp);
  }

  @Test
  void theAgentWhoHasBeenIdleLongestIsRung() {
    signIn(mei.device());
    signIn(lan.device());

    String first = talk();
    // Asterisk counts whole seconds.
    await().until(() -> lastCall(first).plusSeconds(2).isBefore(Instant.now()));
    String second = talk();
    await().atMost(WRAP_UP.plusSeconds(7)).until(() -> ready(mei) && ready(lan));
    String third = talk();

    assertThat(second).isNotEqualTo(first);
    assertThat(third).isEqualTo(first);
  }

  @Test
  void wrapUpIsHonoured() {
    signIn(mei.device());
    talk();
    Instant ended = Instant.now();

    String second = call(ANYBODY);
    await().until(() -> TOLD.contains("rung " + second));

    assertThat(Duration.between(ended, RUNG.get(second))).isGreaterThan(WRAP_UP.minusSeconds(1));
    hangUp(second);
  }

  @Test
  void whoPausesIsNotRung() {
    signIn(mei.device());
    signIn(lan.device());
    done(commands.pause(mei.device(), "lunch"));
    await()
        .until(
            () -> state(mei.device()) instanceof Paused paused && paused.reason().equals("lunch"));
    int rung = mei.rung().size();

    assertThat(talk()).isEqualTo(lan.device());
    assertThat(talk()).isEqualTo(lan.device());

    assertThat(mei.rung()).hasSize(rung);
    done(commands.resume(mei.device()));
    await().until(() -> state(mei.device()) instanceof Ready);
  }

  @Test
  void whereAllAgentsPauseNobodyWaits() {
    signIn(mei.device());
    done(commands.pause(mei.device(), "lunch"));
    await().until(() -> state(mei.device()) instanceof Paused);

    String call = call(ANYBODY);
    await().until(() -> ENDED_CHANNELS.contains(call));

    assertThat(TOLD).doesNotContain("joined " + call);
  }

  @Test
  void whoDoesNotAnswerIsPausedAndTheNextIsRung() {
    mei.answers(false);
    signIn(IMPATIENT, mei.device());

    String call = call(IMPATIENT, ANYBODY);
    await().until(() -> state(mei.device()) instanceof Ringing);
    signIn(IMPATIENT, lan.device());
    await().until(() -> ANSWERED_BY.containsKey(call));

    assertThat(ANSWERED_BY).containsEntry(call, lan.device());
    assertThat(state(mei.device()))
        .isInstanceOfSatisfying(
            Paused.class, paused -> assertThat(paused.reason()).isEqualTo("Auto-Pause"));
    hangUp(call);
  }

  @Test
  void aCallerWhoHangsUpWhileItRingsLeavesNothingBehind() {
    mei.answers(false);
    signIn(mei.device());
    String call = call(ANYBODY);
    await().until(() -> state(mei.device()) instanceof Ringing);

    done(application.send(new HangupAction(call)));

    await().until(() -> state(mei.device()) instanceof Ready);
    await().until(() -> waiting().isEmpty() && QUEUES.now().calls().isEmpty());
  }

  @Test
  void aPhoneThatVanishesIsNotRungUntilItIsBack() {
    signIn(mei.device());

    mei.unregister();
    await().until(() -> state(mei.device()) instanceof Unreachable);
    String call = call(ANYBODY);
    await().until(() -> ENDED_CHANNELS.contains(call));
    mei.register();
    await().until(() -> state(mei.device()) instanceof Ready);

    assertThat(talk()).isEqualTo(mei.device());
  }

  @Test
  void whoHasPrecedenceStandsBeforeThoseWhoWait() {
    assertThat(tester.send(new DbPutAction("test-phone", "13900000031", "no-answer")))
        .succeedsWithin(Duration.ofSeconds(2));
    signIn(NEVER_ANSWERS);

    String first = call(ANYBODY);
    await().until(() -> waiting().equals(List.of(first)));
    String second = call(ANYBODY);
    await().until(() -> waiting().equals(List.of(first, second)));
    String older = call(OLDER);
    await().until(() -> waiting().equals(List.of(older, first, second)));

    for (String call : List.of(older, first, second)) {
      done(application.send(new HangupAction(call)));
    }
    await().until(() -> waiting().isEmpty());
  }

  @Test
  void afterTheManagerCutUsOffTheStateIsTheSame() throws IOException {
    mei.answers(false);
    signIn(mei.device());
    String call = call(ANYBODY);
    await().until(() -> state(mei.device()) instanceof Ringing);
    @Nullable AgentState ringing = state(mei.device());

    cut();
    assertThat(waiting()).containsExactly(call);
    assertThat(state(mei.device())).isEqualTo(ringing);
    mei.answer();
    await().until(() -> TOLD.contains("answered " + call));
    @Nullable AgentState talking = state(mei.device());

    cut();
    assertThat(state(mei.device())).isInstanceOf(Talking.class).isEqualTo(talking);
    assertThat(waiting()).isEmpty();
    hangUp(call);
    await().until(() -> state(mei.device()) instanceof WrapUp);
  }

  @Test
  void whoIsSignedInAndWhyShePausesOutlivesAsterisk() throws IOException {
    signIn(mei.device());
    signIn(lan.device());
    done(commands.pause(lan.device(), "lunch"));
    await().until(() -> state(lan.device()) instanceof Paused);

    asterisk.stop();
    await().until(() -> !QUEUES.now().current());
    asterisk.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> QUEUES.now().current());

    await()
        .until(
            () -> state(lan.device()) instanceof Paused paused && paused.reason().equals("lunch"));
    await().until(() -> state(mei.device()) instanceof Ready);
    await().until(tester::connected);
    assertThat(talk()).isEqualTo(mei.device());
  }

  /** Loses the manager's connection and waits until it is back. */
  private static void cut() throws IOException {
    int before = BLIND.get();
    asterisk.cutManager();
    await().until(() -> BLIND.get() > before);
  }

  private static void signIn(String device) {
    signIn(QUEUE, device);
  }

  private static void signIn(QueueDefinition queue, String device) {
    done(
        commands.apply(
            new MembershipChange.Add(queue.asteriskName(), device, 0, Optional.empty())));
    await().until(() -> state(device) instanceof Ready);
  }

  private static String call(CallerNeeds needs) {
    return call(QUEUE, needs);
  }

  /** A caller in a queue; the id of her channel. */
  private static String call(QueueDefinition queue, CallerNeeds needs) {
    String id = "queue-it-" + UUID.randomUUID();
    QueueEntry entry = QueueEntry.of(queue, needs, Duration.ZERO, Duration.ofSeconds(60), false);
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

  /** A caller who is answered and hangs up; who answered. */
  private static String talk() {
    String call = call(ANYBODY);
    await().until(() -> ANSWERED_BY.containsKey(call));
    hangUp(call);
    return Objects.requireNonNull(ANSWERED_BY.get(call));
  }

  private static void hangUp(String call) {
    await().until(() -> TOLD.contains("answered " + call));
    done(application.send(new HangupAction(call)));
    await().until(() -> ended(call));
  }

  /** Asterisk does not always say who ended it. */
  private static boolean ended(String call) {
    return TOLD.contains("ended caller " + call) || TOLD.contains("ended  " + call);
  }

  private static Instant lastCall(String device) {
    return QUEUES.now().agent(device).lastCallAt().orElse(Instant.MAX);
  }

  private static boolean ready(SipPhone phone) {
    AGENTS.tick();
    return state(phone.device()) instanceof Ready;
  }

  private static List<String> waiting() {
    return QUEUES.now().queue(QUEUE.asteriskName()).stream()
        .flatMap(queue -> queue.waiting().stream())
        .map(WaitingCaller::call)
        .toList();
  }

  private static @Nullable AgentState state(String device) {
    return AGENTS.states().get(device);
  }

  private static void done(CompletableFuture<?> answer) {
    assertThat(answer).succeedsWithin(Duration.ofSeconds(3));
  }

  private static void write(List<QueueDefinition> queues) throws IOException {
    Files.writeString(asterisk.etc().resolve(QueueFiles.RULES), QueueFiles.rules(queues));
    Files.writeString(asterisk.etc().resolve(QueueFiles.QUEUES), QueueFiles.queues(queues));
  }

  private static QueueDefinition queue(String code, int ring) {
    return new QueueDefinition(
        code,
        code,
        Set.of(),
        Set.of(),
        0,
        new QueueLimits(
            Duration.ofSeconds(ring),
            WRAP_UP,
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(15),
            0));
  }

  private static final class Recorder implements QueuesListener {
    @Override
    public void happened(QueueHappening happening, Instant at) {
      if (happening instanceof Joined joined) {
        TOLD.add("joined " + joined.call());
      } else if (happening instanceof Left left) {
        TOLD.add("left " + left.call());
      } else if (happening instanceof Rung rung) {
        RUNG.putIfAbsent(rung.call(), at);
        TOLD.add("rung " + rung.call());
      } else if (happening instanceof Answered answered) {
        ANSWERED_BY.put(answered.call(), answered.device());
        TOLD.add("answered " + answered.call());
      } else if (happening instanceof Ended ended) {
        TOLD.add("ended " + ended.reason() + " " + ended.call());
      }
    }

    @Override
    public void replaced(QueuesNow now, Optional<BlindSpan> blind) {
      if (blind.isPresent()) {
        BLIND.incrementAndGet();
      }
    }
  }
}
