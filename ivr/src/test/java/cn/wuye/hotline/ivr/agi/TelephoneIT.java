package cn.wuye.hotline.ivr.agi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.CallerAct;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.ConversationContract;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.music.MusicFolder;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.QueueAct;
import cn.wuye.hotline.ivr.prompt.WavSound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The contract of conversations, held by the telephone with a real Asterisk over SIP and RTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelephoneIT extends ConversationContract {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private RealTelephone telephone;

  @BeforeAll
  void start() throws IOException {
    telephone = new RealTelephone();
  }

  @AfterAll
  void stop() throws IOException {
    telephone.close();
  }

  @Override
  protected List<Turn> hold(List<CallerAct> caller, Consumer<Conversation> dialog) {
    return telephone.hold(caller, dialog);
  }

  @Test
  void aProperEndIsNotFollowedByTheFallback() throws IOException {
    telephone.dialog(call -> call.turn(ASK, Listening.whileSaying()));
    TestPhone phone = telephone.dial();
    CallId call = telephone.handled();
    await().atMost(PATIENCE).until(phone::ended);
    assertThat(telephone.spooled(call)).contains("call-id=" + call).doesNotContain("fallback=");
  }

  @Test
  void aDialogThatBreaksIsTakenOverByAsterisk() throws IOException {
    AtomicReference<CallId> id = new AtomicReference<>();
    telephone.dialog(
        call -> {
          call.turn(ASK, Listening.whileSaying());
          id.set(call.call().id());
          throw new IllegalStateException("a mistake, made on purpose by a test");
        });
    TestPhone phone = telephone.dial();
    await().atMost(PATIENCE).until(() -> id.get() != null);
    CallId call = requireNonNull(id.get());
    await().atMost(PATIENCE).until(() -> telephone.spooled(call).contains("fallback=entered"));
    assertThat(phone.ended()).as("the caller is still there").isFalse();
    phone.hangsUp();
  }

  @Test
  void withoutSoundTheCallGoesOnByPlainAgi() throws Exception {
    telephone.restart(false);
    try {
      AtomicReference<List<Heard>> heard = new AtomicReference<>();
      Listening keys = Listening.choice(List.of("对"), 2);
      Listening words = brief(List.of(), 1);
      telephone.dialog(call -> heard.set(List.of(call.turn(ASK, keys), call.turn(CONFIRM, words))));
      TestPhone phone = telephone.dial();
      phone.hears("ask", PATIENCE);
      telephone.press(phone, '1');
      telephone.press(phone, '2');
      phone.hears("confirm", PATIENCE);
      await().atMost(PATIENCE).until(() -> phone.hears() == 0);
      phone.says(1000);
      telephone.handled();
      assertThat(requireNonNull(heard.get()).get(0)).isInstanceOf(Heard.Keys.class);
      assertThat(((Heard.Keys) requireNonNull(heard.get()).get(0)).digits()).isEqualTo("12");
      assertThat(requireNonNull(heard.get()).get(1)).isInstanceOf(Heard.Words.class);
      assertThat(((Heard.Words) requireNonNull(heard.get()).get(1)).decoded()).isFalse();
    } finally {
      telephone.restart(true);
    }
  }

  @Test
  void asteriskDialsByItselfWhenNothingElseCanRing() throws IOException {
    PhoneLine line = new PhoneLine("值班 赵师傅", new PhoneNumber("13900000003"));
    telephone.phoneThatAnswers(line.number().digits());
    AtomicReference<Optional<PhoneLine>> reached = new AtomicReference<>();
    telephone.dialog(
        call -> {
          reached.set(call.connect(List.of(line), Duration.ofSeconds(10), WAITING, WHISPER));
          call.turn(CONFIRM, Listening.whileSaying());
        });
    TestPhone phone = telephone.dial();
    CallId call = telephone.handled();
    assertThat(reached.get()).isEqualTo(Optional.of(line));
    assertThat(telephone.log.turns(call))
        .extracting(Turn::kind)
        .containsSubsequence(Turn.Kind.SAID, Turn.Kind.CONNECTED, Turn.Kind.SAID);
    phone.hangsUp();
  }

  @Test
  void itAnswersQuickly() throws Exception {
    Listening open = brief(List.of(), 1);
    telephone.recognizer.willHear("电梯坏了");
    telephone.dialog(
        call -> {
          for (int i = 0; i < 5; i++) {
            call.turn(ASK, open);
            call.turn(CONFIRM, open);
          }
        });
    TestPhone phone = telephone.dial();
    List<Long> afterKey = new ArrayList<>();
    List<Long> afterSpeech = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      phone.hears("ask", PATIENCE);
      long pressed = System.nanoTime();
      telephone.press(phone, '1');
      phone.hears("confirm", PATIENCE);
      afterKey.add((phone.hearingSince() - pressed) / 1_000_000);
      phone.says(700);
      await().pollInterval(Duration.ofMillis(2)).until(phone::saidAll);
      long silent = System.nanoTime();
      if (i < 4) {
        phone.hears("ask", PATIENCE);
        afterSpeech.add((phone.hearingSince() - silent) / 1_000_000 - 600);
      }
    }
    telephone.handled();
    phone.hangsUp();
    afterKey.sort(null);
    afterSpeech.sort(null);
    System.out.println("key to next prompt, ms: " + afterKey);
    System.out.println("trailing silence to next prompt, ms: " + afterSpeech);
    // Generous: the machine of a build is busy. ./hotline bench turn has the real figures.
    assertThat(afterKey.get(2)).isLessThan(400);
    assertThat(afterSpeech.get(1)).isLessThan(400);
  }

  @Test
  void wordsSilenceThePromptSoon() throws Exception {
    telephone.recognizer.willHear("电梯坏了");
    telephone.dialog(
        call -> {
          for (int i = 0; i < 3; i++) {
            call.turn(ASK, brief(List.of(), 1));
          }
        });
    TestPhone phone = telephone.dial();
    List<Long> untilSilence = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      phone.hears("ask", PATIENCE);
      long spoken = System.nanoTime();
      phone.says(600);
      await().pollInterval(Duration.ofMillis(2)).until(() -> phone.hears() == 0);
      untilSilence.add((phone.hearingSince() - spoken) / 1_000_000);
    }
    telephone.handled();
    phone.hangsUp();
    untilSilence.sort(null);
    System.out.println("first sound of speech to silence, ms: " + untilSilence);
    System.out.println(telephone.figures());
    assertThat(untilSilence.get(1)).isLessThan(500);
  }

  /** Waits in a queue of Asterisk's own with this member, or none. */
  private Waited waits(Optional<String> member) throws IOException {
    Path desk = telephone.asterisk.home().resolve("asterisk/etc");
    Files.writeString(desk.resolve("queuerules-live.conf"), "[wide-it]\npenaltychange => 15,+10\n");
    Files.writeString(
        desk.resolve("queues-live.conf"), "[q-it](hotline)\ntimeout = 5\ndefaultrule = wide-it\n");
    telephone.asterisk.cli("queue reload all");
    if (member.isPresent()) {
      telephone.asterisk.cli("queue add member " + member.get() + " to q-it");
    }
    AtomicReference<Waited> waited = new AtomicReference<>();
    QueueAct stay =
        new QueueAct.Stay(
            Map.of("HOTLINE_QUEUE", "q-it", "QUEUE_PRIO", "3"),
            "q-it,cCr,,,5",
            Duration.ofSeconds(5));
    try {
      hold(
          List.of(new CallerAct.Hears("ask")),
          call -> {
            call.turn(ASK, Listening.whileSaying());
            waited.set(call.await(stay));
          });
    } finally {
      if (member.isPresent()) {
        telephone.asterisk.cli("queue remove member " + member.get() + " from q-it");
      }
      Files.writeString(desk.resolve("queues-live.conf"), "; no queue yet\n");
      telephone.asterisk.cli("queue reload all");
    }
    return requireNonNull(waited.get());
  }

  /** Two stays of four seconds in a queue whose agent is too far away to be rung. */
  private short[] hearsWhileWaitingTwice(String musicClass) throws IOException {
    Path etc = telephone.asterisk.home().resolve("asterisk/etc");
    Files.writeString(etc.resolve("queues-live.conf"), "[q-music](hotline)\ntimeout = 15\n");
    telephone.asterisk.cli("queue reload all");
    telephone.asterisk.cli(
        "queue add member Local/agent2@hotline-conference/n to q-music penalty 20");
    QueueAct stay =
        new QueueAct.Stay(
            Map.of("HOTLINE_QUEUE", "q-music", "QUEUE_MAX_PENALTY", "10"),
            "q-music,cCr,,,4",
            Duration.ofSeconds(4),
            Optional.of(new QueueAct.Music(musicClass, "q-music,cC,,,4")));
    List<Waited> waited = new ArrayList<>();
    try {
      telephone.dialog(
          call -> {
            call.turn(ASK, Listening.whileSaying());
            waited.add(call.await(stay));
            call.turn(CONFIRM, Listening.whileSaying());
            waited.add(call.await(stay));
          });
      TestPhone phone = telephone.dial();
      CallId call = telephone.handled();
      await().atMost(PATIENCE).until(phone::ended);
      Path spool = telephone.asterisk.home().resolve("spool");
      await().atMost(PATIENCE).until(() -> Files.exists(spool.resolve(call + ".ended")));
      assertThat(waited).hasSize(2).containsOnly(Waited.without(Waited.How.TIME_OVER));
      return Pcm.samples(WavFile.read(spool.resolve(call + ".wav")));
    } finally {
      telephone.asterisk.cli("queue remove member Local/agent2@hotline-conference/n from q-music");
      Files.writeString(etc.resolve("queues-live.conf"), "; no queue yet\n");
      telephone.asterisk.cli("queue reload all");
    }
  }

  /** A piece that lasts for so many seconds only. */
  private static double[] shortened(Path piece, int seconds) throws IOException {
    byte[] wav = Files.readAllBytes(piece);
    byte[] pcm = Arrays.copyOf(WavFile.parse(wav), seconds * Pcm.BYTES_PER_SECOND);
    Files.write(piece, WavSound.write(pcm));
    return tones(Pcm.samples(pcm), 0, 3 * Pcm.RATE);
  }

  /** How much there is of each pitch that the pieces have, in steps of a quarter tone. */
  private static double[] tones(short[] sound, int from, int until) {
    double[] tones = new double[72];
    for (int tone = 0; tone < tones.length; tone++) {
      double angle = 2 * Math.PI * 220 * Math.pow(2, tone / 24.0) / Pcm.RATE;
      double before = 0;
      double now = 0;
      for (int at = from; at < until; at++) {
        double next = sound[at] + 2 * Math.cos(angle) * now - before;
        before = now;
        now = next;
      }
      tones[tone] =
          Math.sqrt(Math.max(0, now * now + before * before - 2 * Math.cos(angle) * now * before));
    }
    return tones;
  }

  /** 1 for the same mixture of tones, 0 for nothing in common. */
  private static double likeness(double[] one, double[] other) {
    double product = 0;
    double ones = 0;
    double others = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
      ones += one[i] * one[i];
      others += other[i] * other[i];
    }
    return product / Math.sqrt(ones * others);
  }

  @Test
  void musicIsHeardInTheQueueAndGoesOnWithTheNextPieceAfterAQuestion() throws IOException {
    Path folder = telephone.asterisk.home().resolve("music");
    new MusicFolder(folder).fill();
    double[] first = shortened(folder.resolve("1.wav"), 4);
    double[] second = shortened(folder.resolve("2.wav"), 10);
    telephone.asterisk.cli("moh reload");

    short[] heard = hearsWhileWaitingTwice("hotline-music-1");

    int end = heard.length;
    int rate = Pcm.RATE;
    double[] after = tones(heard, end - 7 * rate / 2, end - rate / 2);
    // The prompt between the stays lasts 1.2 s.
    int before = end - 4 * rate - 2 * rate;
    double[] earlier = tones(heard, before - 3 * rate, before);
    System.out.printf(
        "music of the first stay: like piece 1 %.2f, piece 2 %.2f; of the second: %.2f, %.2f%n",
        likeness(earlier, first),
        likeness(earlier, second),
        likeness(after, first),
        likeness(after, second));
    assertThat(likeness(earlier, first)).isGreaterThan(0.7);
    assertThat(likeness(after, second)).isGreaterThan(0.7);
    assertThat(likeness(earlier, after)).isLessThan(0.7);
  }

  @Test
  void whoWaitsWhereNobodyIsSignedInIsNotKept() throws IOException {
    assertThat(waits(Optional.empty())).isEqualTo(Waited.without(Waited.How.NOBODY));
  }

  @Test
  void whoTalkedWithAnAgentComesBackToTheDialog() throws IOException {
    CompletableFuture.delayedExecutor(8, TimeUnit.SECONDS)
        .execute(
            () -> {
              try {
                telephone.asterisk.cli("confbridge kick agent1 all");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });

    assertThat(waits(Optional.of("Local/agent1@hotline-conference/n")))
        .isEqualTo(Waited.talked("1"));
  }
}
