package cn.wuye.hotline.ivr.agi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.CallerAct;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.ConversationContract;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.QueueAct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
