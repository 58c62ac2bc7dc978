package cn.wuye.hotline.ivr.agi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.SyntheticVoice;
import cn.wuye.hotline.ivr.audiosocket.Frame;
import cn.wuye.hotline.ivr.audiosocket.FrameCodec;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.dialect.Hearing;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.QueueAct;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The telephone against an Asterisk that misbehaves. */
class TelephoneServerTest {
  private static final Prompt ASK =
      new Prompt("ask", List.of(new Prompt.Fixed("ask", "请说发生了什么事。")));
  private static final Listening OPEN =
      new Listening(
          List.of(),
          1,
          Duration.ofMillis(400),
          Duration.ofMillis(200),
          Duration.ofMillis(300),
          Duration.ofSeconds(5),
          true);

  private static final QueueAct STAY =
      new QueueAct.Stay(
          Map.of("HOTLINE_QUEUE", "q-general", "QUEUE_PRIO", "1003"),
          "q-general,cCr,,,60",
          Duration.ofSeconds(60));

  @TempDir Path folder;
  private FakeTelephone telephone;
  private List<String> lastCommands = List.of();
  private Map<String, String> loaded = Map.of();

  @BeforeEach
  void start() throws IOException {
    telephone = new FakeTelephone(folder);
  }

  @AfterEach
  void stop() {
    telephone.close();
  }

  private static void speakUntilEnded(Wire wire) throws IOException {
    wire.speak(500);
    wire.untilEnded();
  }

  private static void finish(CompletableFuture<Void> call) throws Exception {
    call.get(10, TimeUnit.SECONDS);
  }

  @Test
  void whatAKilledOneHasLeftIsRemovedAtTheStart() throws IOException {
    Path scratch = Files.createDirectories(folder.resolve("killed/scratch"));
    Path left = Files.write(scratch.resolve("message-node-1-17.wav"), new byte[44]);

    try (FakeTelephone next = new FakeTelephone(folder.resolve("killed"))) {
      assertThat(left).doesNotExist();
      assertThat(next.asked()).isZero();
    }
  }

  @Test
  void aCallAsksOnceHowItIsToBeHeld() throws Exception {
    telephone.dialog(call -> call.turn(ASK, OPEN));

    finish(telephone.asterisk("once.1", TelephoneServerTest::speakUntilEnded).call());

    assertThat(telephone.asked()).isEqualTo(1);
  }

  @Test
  void whatSheSaysIsToldWhileTheCallGoesOn() throws Exception {
    telephone.recognizer.willHear("电梯停在三楼");
    telephone.dialog(
        call -> {
          call.turn(ASK, OPEN);
          await()
              .atMost(Duration.ofSeconds(10))
              .until(() -> telephone.now.words().contains("电梯停在三楼"));
        });

    finish(telephone.asterisk("live.1", TelephoneServerTest::speakUntilEnded).call());

    assertThat(telephone.now.prompts()).containsExactly(ASK.text());
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> telephone.now.over().contains(new CallId("live.1")));
  }

  @Test
  void enginesOfOtherDialectsHearAnAnswerWhereItIsCompared() throws Exception {
    List<Heard> heard = new CopyOnWriteArrayList<>();
    telephone.recognizer.willHear("电梯停在三楼");
    telephone.recognizer.alsoHears("yue");
    telephone.dialog(
        call -> {
          heard.add(call.turn(ASK, OPEN.comparingDialects()));
          heard.add(call.turn(ASK, OPEN));
        });

    finish(
        telephone
            .asterisk(
                "others.1",
                wire -> {
                  wire.speak(500);
                  await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() == 1);
                  wire.speak(500);
                  wire.untilEnded();
                })
            .call());

    assertThat(((Heard.Words) heard.get(0)).others())
        .containsExactly(new Hearing("yue", "电梯停在三楼", 0.9));
    assertThat(((Heard.Words) heard.get(1)).others()).isEmpty();
    await().atMost(Duration.ofSeconds(10)).until(() -> telephone.recognizer.open() == 0);
  }

  @Test
  void aPeerThatFragmentsItsFramesIsUnderstood() throws Exception {
    AtomicReference<Heard> heard = new AtomicReference<>();
    telephone.dialog(call -> heard.set(call.turn(ASK, OPEN)));
    telephone.recognizer.willHear("电梯坏了");
    FakeAsterisk asterisk =
        telephone.asterisk(
            "frag.1",
            wire -> {
              byte[] pcm = new byte[200 * 16 + 500 * 16];
              System.arraycopy(SyntheticVoice.speech(500), 0, pcm, 200 * 16, 500 * 16);
              for (int at = 0; at + Pcm.FRAME_BYTES <= pcm.length; at += Pcm.FRAME_BYTES) {
                byte[] frame = Arrays.copyOfRange(pcm, at, at + Pcm.FRAME_BYTES);
                byte[] bytes = FrameCodec.encode(new Frame(Frame.AUDIO, frame));
                wire.sendRaw(Arrays.copyOf(bytes, 2));
                wire.sendRaw(Arrays.copyOfRange(bytes, 2, 100));
                wire.sendRaw(Arrays.copyOfRange(bytes, 100, bytes.length));
              }
              wire.untilEnded();
            });
    finish(asterisk.call());
    assertThat(heard.get()).isInstanceOf(Heard.Words.class);
    assertThat(asterisk.variable("HOTLINE_DONE")).isEqualTo("1");
  }

  @Test
  void kindsThatNobodyKnowsArePassedOver() throws Exception {
    AtomicReference<Heard> heard = new AtomicReference<>();
    telephone.dialog(call -> heard.set(call.turn(ASK, OPEN)));
    FakeAsterisk asterisk =
        telephone.asterisk(
            "kind.1",
            wire -> {
              wire.send(new Frame(0x11, new byte[640]));
              wire.send(new Frame(0x42, new byte[1]));
              wire.press('3');
              wire.untilEnded();
            });
    finish(asterisk.call());
    assertThat(heard.get()).isInstanceOf(Heard.Keys.class);
  }

  @Test
  void aPeerThatStallsInMidFrameEndsWithItsCall() throws Exception {
    AtomicReference<Heard> heard = new AtomicReference<>();
    telephone.dialog(call -> heard.set(call.turn(ASK, OPEN)));
    FakeAsterisk asterisk =
        telephone.asterisk(
            "stall.1",
            wire -> {
              wire.sendRaw((byte) Frame.AUDIO, (byte) 1, (byte) 64, (byte) 5);
              wire.untilEnded();
            });
    finish(asterisk.call());
    assertThat(heard.get()).isInstanceOf(Heard.Silence.class);
    assertThat(asterisk.variable("HOTLINE_DONE")).isEqualTo("1");
  }

  @Test
  void soundThatBreaksWhileTheCallerStaysIsOpenedAgain() throws Exception {
    AtomicReference<Heard> heard = new AtomicReference<>();
    telephone.dialog(call -> heard.set(call.turn(ASK, OPEN)));
    List<UUID> streams = new ArrayList<>();
    FakeAsterisk asterisk =
        telephone.asterisk(
            "broken.1",
            wire -> {
              wire.untilHeard();
              streams.add(wire.id());
              if (streams.size() == 2) {
                wire.press('3');
                wire.untilEnded();
              }
            });
    finish(asterisk.call());
    assertThat(streams).hasSize(2).doesNotHaveDuplicates();
    assertThat(heard.get()).isInstanceOf(Heard.Keys.class);
  }

  @Test
  void withoutSoundKeysAndPromptsGoByPlainAgi() throws Exception {
    AtomicReference<Heard> heard = new AtomicReference<>();
    Listening choice = Listening.choice(List.of("对"), 2);
    telephone.dialog(call -> heard.set(call.turn(ASK, choice)));
    FakeAsterisk asterisk = telephone.asterisk("plain.1", wire -> {}).withoutSound().pressing("12");
    finish(asterisk.call());
    assertThat(((Heard.Keys) requireNonNull(heard.get())).digits()).isEqualTo("12");
    assertThat(asterisk.commands()).anyMatch(c -> c.startsWith("STREAM FILE"));
    assertThat(telephone.turnKinds("plain.1")).containsExactly(Turn.Kind.SAID, Turn.Kind.KEYS);
    assertThat(asterisk.variable("HOTLINE_DONE")).isEqualTo("1");
  }

  @Test
  void aDialogThatBreaksLeavesTheCallerToAsterisk() throws Exception {
    telephone.dialog(
        call -> {
          call.turn(ASK, Listening.whileSaying());
          throw new IllegalStateException("a mistake, made on purpose by a test");
        });
    FakeAsterisk asterisk = telephone.asterisk("broke.1", Wire::untilEnded);
    finish(asterisk.call());
    assertThat(asterisk.variable("HOTLINE_DONE")).isEmpty();
  }

  @Test
  void withoutAModelWordsAreLeftToTheRecording() throws Exception {
    AtomicReference<Heard> heard = new AtomicReference<>();
    telephone.recognizer.fail();
    telephone.dialog(call -> heard.set(call.turn(ASK, OPEN)));
    finish(telephone.asterisk("nomodel.1", TelephoneServerTest::speakUntilEnded).call());
    assertThat(heard.get()).isInstanceOf(Heard.Words.class);
    assertThat(((Heard.Words) requireNonNull(heard.get())).decoded()).isFalse();
  }

  @Test
  void aSlowRecognizerDoesNotHoldUpTheCall() throws Exception {
    AtomicReference<Heard> heard = new AtomicReference<>();
    telephone.recognizer.beSlow();
    telephone.dialog(call -> heard.set(call.turn(ASK, OPEN)));
    finish(telephone.asterisk("slow.1", TelephoneServerTest::speakUntilEnded).call());
    assertThat(((Heard.Words) requireNonNull(heard.get())).decoded()).isFalse();
  }

  @Test
  void asteriskDialsByItselfWhenNothingElseCanRing() throws Exception {
    PhoneLine line = new PhoneLine("值班", new PhoneNumber("13900000009"));
    AtomicReference<Object> reached = new AtomicReference<>();
    telephone.dialog(
        call -> reached.set(call.connect(List.of(line), Duration.ofSeconds(7), ASK, ASK)));
    FakeAsterisk asterisk =
        telephone.asterisk("dial.1", Wire::untilEnded).with("DIALSTATUS", "ANSWER");
    finish(asterisk.call());
    assertThat(asterisk.commands())
        .anyMatch(c -> c.contains("\"Dial\" \"Local/13900000009@hotline-outbound/n,7,"));
    assertThat(reached.get()).isEqualTo(java.util.Optional.of(line));
    assertThat(asterisk.variable("HOTLINE_CONNECTED")).isEqualTo("1");
    assertThat(telephone.turnKinds("dial.1")).contains(Turn.Kind.CONNECTED);
  }

  /** What comes of an act, with what Asterisk's application leaves behind. */
  private Waited waited(String id, QueueAct act, String application, Map<String, String> leaves)
      throws Exception {
    AtomicReference<Waited> waited = new AtomicReference<>();
    telephone.dialog(
        call -> {
          call.turn(ASK, Listening.whileSaying());
          waited.set(call.await(act));
        });
    FakeAsterisk asterisk =
        telephone
            .asterisk(id, Wire::untilEnded)
            .with("QUEUESTATUS", "left from before")
            .running(application, leaves);
    loaded.forEach(asterisk::with);
    finish(asterisk.call());
    assertThat(asterisk.variable("HOTLINE_DONE")).isEqualTo("1");
    lastCommands = asterisk.commands();
    return requireNonNull(waited.get());
  }

  @Test
  void anAgentOfTheQueueIsToldByHerExtension() throws Exception {
    Waited waited =
        waited(
            "queue.1",
            STAY,
            "Queue",
            Map.of("QUEUESTATUS", "CONTINUE", "MEMBERINTERFACE", "PJSIP/1001", "QEHOLDTIME", "0"));

    assertThat(waited).isEqualTo(Waited.talked("1001"));
    assertThat(lastCommands)
        .containsSubsequence(
            "SET VARIABLE \"QUEUESTATUS\" \"\"", "EXEC \"Queue\" \"q-general,cCr,,,60\"")
        .anyMatch(command -> command.matches("SET VARIABLE \"QUEUE_PRIO\" \"1003\""));
    assertThat(telephone.turnKinds("queue.1")).contains(Turn.Kind.CONNECTED);
  }

  @Test
  void whereAsteriskCanPlayItSheHearsMusicElseARingingTone() throws Exception {
    QueueAct stay =
        new QueueAct.Stay(
            Map.of("HOTLINE_QUEUE", "q-general"),
            "q-general,cCr,,,60",
            Duration.ofSeconds(60),
            Optional.of(new QueueAct.Music("hotline-music-7", "q-general,cC,,,60")));
    Map<String, String> over = Map.of("QUEUESTATUS", "TIMEOUT");

    waited("music.0", stay, "Queue", over);
    assertThat(lastCommands)
        .contains("EXEC \"Queue\" \"q-general,cCr,,,60\"")
        .noneMatch(command -> command.contains("musicclass"));

    loaded = Map.of("IFMODULE(res_musiconhold.so)", "1");
    waited("music.1", stay, "Queue", over);
    assertThat(lastCommands)
        .containsSubsequence(
            "SET VARIABLE \"CHANNEL(musicclass)\" \"hotline-music-7\"",
            "EXEC \"Queue\" \"q-general,cC,,,60\"");
  }

  @ParameterizedTest
  @CsvSource({
    "TIMEOUT, TIME_OVER",
    "JOINEMPTY, NOBODY",
    "LEAVEEMPTY, NOBODY",
    "FULL, NOBODY",
    "WITHDRAWN, TIME_OVER"
  })
  void whyTheQueueWasLeftIsTold(String status, Waited.How how) throws Exception {
    Waited waited = waited("queue-" + status, STAY, "Queue", Map.of("QUEUESTATUS", status));

    assertThat(waited).isEqualTo(Waited.without(how));
    assertThat(telephone.turnKinds("queue-" + status)).doesNotContain(Turn.Kind.CONNECTED);
  }

  @Test
  void aQueueThatAsteriskDoesNotKnowIsNone() throws Exception {
    assertThat(waited("queue.none", STAY, "Queue", Map.of()).how())
        .isEqualTo(Waited.How.IMPOSSIBLE);
  }

  @Test
  void theLastAgentIsRungByItself() throws Exception {
    QueueAct ring = new QueueAct.Ring("PJSIP/1002", Duration.ofSeconds(10));

    Waited waited = waited("last.1", ring, "Dial", Map.of("DIALSTATUS", "ANSWER"));

    assertThat(waited).isEqualTo(Waited.talked("1002"));
    assertThat(lastCommands).contains("EXEC \"Dial\" \"PJSIP/1002,10,grU(hotline-agent-direct)\"");
  }

  @Test
  void whenTheLastAgentDoesNotAnswerTheCallGoesOn() throws Exception {
    QueueAct ring = new QueueAct.Ring("PJSIP/1002", Duration.ofSeconds(10));

    assertThat(waited("last.2", ring, "Dial", Map.of("DIALSTATUS", "NOANSWER")).how())
        .isEqualTo(Waited.How.TIME_OVER);
  }

  @Test
  void whoIsLookedForBesideTheLinesTalksWhenSheAnswers() throws Exception {
    PhoneLine agent = new PhoneLine("坐席", new PhoneNumber("1001"));
    AnsweredRinging ringing = new AnsweredRinging();
    AtomicReference<Object> reached = new AtomicReference<>();
    telephone.dialog(
        call ->
            reached.set(
                call.connect(
                    List.of(),
                    Duration.ofSeconds(3),
                    ASK,
                    ASK,
                    Optional.of(new Beside(agent, ringing)))));
    FakeAsterisk asterisk =
        telephone.asterisk("beside.1", Wire::untilEnded).withSomebodyInTheRoom();
    finish(asterisk.call());
    assertThat(reached.get()).isEqualTo(Optional.of(agent));
    assertThat(asterisk.commands())
        .anyMatch(c -> c.contains("\"ConfBridge\" \"beside.1,hotline,hotline-caller\""));
    assertThat(ringing.cancelled).as("nothing is left behind").isTrue();
  }

  private static final class AnsweredRinging implements PhoneRinger.Ringing {
    private volatile boolean cancelled;

    @Override
    public CompletableFuture<PhoneRinger.Outcome> outcome() {
      return CompletableFuture.completedFuture(PhoneRinger.Outcome.ANSWERED);
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  @Test
  void garbageOnBothPortsDisturbsNobody() throws Exception {
    for (InetSocketAddress address :
        List.of(telephone.server.agiAddress(), telephone.server.audioSocketAddress())) {
      for (byte[] garbage :
          List.of(
              "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
              new byte[100_000],
              new byte[] {1, 0, 16},
              "agi_network: yes\n\n".getBytes(StandardCharsets.US_ASCII),
              FrameCodec.encode(FrameCodec.opening(UUID.randomUUID())))) {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
          socket.getOutputStream().write(garbage);
          socket.shutdownOutput();
          socket.setSoTimeout(8000);
          assertThat(socket.getInputStream().read()).isIn(-1, (int) 'S');
        } catch (java.net.SocketException reset) {
          assertThat(reset).hasMessageMatching(".*([Rr]eset|[Bb]roken).*");
        }
      }
    }
    await().until(() -> telephone.server.figures().streams() == 0);
    AtomicReference<Heard> heard = new AtomicReference<>();
    telephone.dialog(call -> heard.set(call.turn(ASK, OPEN)));
    finish(telephone.asterisk("after.1", Wire::untilEnded).call());
    assertThat(heard.get()).isInstanceOf(Heard.Silence.class);
  }

  @Test
  void aTakenPortIsToldAndNothingStaysOpen() {
    TelephoneServer second =
        new TelephoneServer(
            TelephoneSettings.of(telephone.server.agiAddress(), RealTelephone.loopback(0), folder),
            telephone.parts);
    assertThatThrownBy(second::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("FastAGI cannot listen");
  }

  @Test
  void afterFiveHundredCallsNothingIsLeft() throws Exception {
    telephone.recognizer.willHear("电梯坏了");
    telephone.dialog(
        call -> {
          call.turn(ASK, Listening.whileSaying());
          call.turn(ASK, OPEN);
        });
    Runnable hundred =
        () -> {
          List<CompletableFuture<Void>> calls = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            FakeAsterisk asterisk =
                telephone.asterisk(
                    "many." + UUID.randomUUID(),
                    i % 4 == 0 ? this::speakUntilListenedTo : Wire::untilEnded);
            if (i % 4 == 0) {
              asterisk.hangUp();
            }
            calls.add(asterisk.call());
          }
          CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
          await().until(() -> telephone.server.figures().calls() == 0);
        };
    hundred.run();
    Leaks before = Leaks.now();
    for (int round = 0; round < 4; round++) {
      hundred.run();
    }
    await()
        .untilAsserted(
            () -> {
              Leaks after = Leaks.now();
              assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 2);
              assertThat(after.files()).isLessThanOrEqualTo(before.files() + 2);
              assertThat(after.detectors()).isEqualTo(before.detectors()).isZero();
              assertThat(telephone.recognizer.open()).isZero();
              assertThat(telephone.server.figures().streams()).isZero();
            });
    assertThat(telephone.recognizer.begun()).isPositive();
    assertThat(telephone.log.ended()).hasSize(500);
  }

  /** Hangs up only when somebody has begun to listen: the first calls wait, the others need not. */
  private void speakUntilListenedTo(Wire wire) throws IOException {
    wire.speak(400);
    await().until(() -> telephone.recognizer.begun() > 0);
  }
}
