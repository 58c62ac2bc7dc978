package cn.wuye.hotline.router.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.RealAsterisk;
import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentState.Paused;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.ami.AmiConnection;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asteriskjava.manager.action.DbPutAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real Asterisk: callers and agents are rooms of its own, which answer at once. */
class LiveQueuesIT {
  private static final Duration WRAP_UP = Duration.ofSeconds(3);
  private static final QueueDefinition QUEUE =
      new QueueDefinition(
          "it",
          "it",
          Set.of(),
          Set.of(),
          0,
          new QueueLimits(
              Duration.ofSeconds(15),
              WRAP_UP,
              Duration.ofSeconds(15),
              Duration.ofSeconds(30),
              Duration.ofSeconds(60),
              Duration.ofMinutes(15),
              0));
  private static final String AGENT = "Local/agent1@hotline-conference/n";
  private static final String NEVER_ANSWERS = "Local/13900000031@hotline-outbound/n";
  private static final CallerNeeds ANYBODY = new CallerNeeds("", "cmn", "", false, false);
  private static final CallerNeeds OLDER = new CallerNeeds("", "cmn", "", false, true);

  private static final List<String> TOLD = new CopyOnWriteArrayList<>();
  private static final Map<String, Instant> RUNG = new ConcurrentHashMap<>();
  private static final List<String> ENDED_CHANNELS = new CopyOnWriteArrayList<>();
  private static final LiveQueues QUEUES = new LiveQueues(Clock.systemUTC());
  private static final LiveAgents AGENTS =
      new LiveAgents(new AgentRules(WRAP_UP, Duration.ofMinutes(5)), Clock.systemUTC());

  private static RealAsterisk asterisk;
  private static AmiConnection application;
  private static AmiConnection tester;
  private static QueueCommands commands;

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
    write(List.of(QUEUE));
    done(commands.reload());
  }

  @AfterAll
  static void end() throws IOException {
    write(List.of());
    done(commands.reload());
    application.close();
    tester.close();
    asterisk.close();
  }

  @AfterEach
  void leave() {
    for (String device : QUEUES.now().devices()) {
      done(commands.apply(new MembershipChange.Remove(QUEUE.asteriskName(), device)));
    }
    await().until(() -> QUEUES.now().devices().isEmpty());
  }

  @Test
  void theEventsOfACallComeInTheirOrder() {
    signIn(AGENT);

    String call = call(ANYBODY);
    await().until(() -> TOLD.contains("answered " + call));
    done(application.send(new HangupAction(call)));
    await().until(() -> TOLD.contains("ended " + call));

    assertThat(TOLD)
        .containsSubsequence(
            "joined " + call, "rung " + call, "answered " + call, "ended " + call)
        .contains("left " + call);
    assertThat(QUEUES.now().calls()).isEmpty();
  }

  @Test
  void wrapUpIsHonoured() {
    signIn(AGENT);
    String first = call(ANYBODY);
    await().until(() -> TOLD.contains("answered " + first));
    done(application.send(new HangupAction(first)));
    await().until(() -> TOLD.contains("ended " + first));
    Instant ended = Instant.now();

    String second = call(ANYBODY);
    await().until(() -> TOLD.contains("rung " + second));

    // Asterisk counts whole seconds.
    assertThat(Duration.between(ended, RUNG.get(second)))
        .isGreaterThan(WRAP_UP.minusSeconds(1));
    done(application.send(new HangupAction(second)));
    await().until(() -> TOLD.contains("ended " + second));
  }

  @Test
  void whereAllAgentsPauseNobodyWaits() {
    signIn(AGENT);
    done(commands.pause(AGENT, "lunch"));
    await().until(() -> state(AGENT) instanceof Paused paused && paused.reason().equals("lunch"));

    String call = call(ANYBODY);
    await().until(() -> ENDED_CHANNELS.contains(call));

    assertThat(TOLD).doesNotContain("joined " + call);
    done(commands.resume(AGENT));
    await().until(() -> state(AGENT) instanceof Ready);
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
  void whoIsSignedInAndWhyShePausesOutlivesAsterisk() throws IOException {
    signIn(AGENT);
    done(commands.pause(AGENT, "lunch"));
    await().until(() -> state(AGENT) instanceof Paused);

    asterisk.stop();
    await().until(() -> !QUEUES.now().current());
    asterisk.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> QUEUES.now().current());

    await()
        .until(() -> state(AGENT) instanceof Paused paused && paused.reason().equals("lunch"));
  }

  private static void signIn(String device) {
    done(
        commands.apply(
            new MembershipChange.Add(QUEUE.asteriskName(), device, 0, Optional.empty())));
    await().until(() -> state(device) instanceof Ready);
  }

  /** A caller in the queue; the id of her channel. */
  private static String call(CallerNeeds needs) {
    String id = "queue-it-" + UUID.randomUUID();
    QueueEntry entry =
        QueueEntry.of(QUEUE, needs, Duration.ZERO, Duration.ofSeconds(60), false);
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
        TOLD.add("answered " + answered.call());
      } else if (happening instanceof Ended ended) {
        TOLD.add("ended " + ended.call());
      }
    }
  }
}
