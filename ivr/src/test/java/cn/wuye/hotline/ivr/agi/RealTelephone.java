package cn.wuye.hotline.ivr.agi;

import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.ivr.audiosocket.AudioSocketServer;
import cn.wuye.hotline.ivr.audiosocket.AudioStream;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.CallerAct;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A telephone server behind a real Asterisk, and callers who reach it over SIP and RTP. */
final class RealTelephone implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String NUMBER = "4001234567";

  final RealAsterisk asterisk = new RealAsterisk();
  final TestLog log = new TestLog();
  final TestRecognizer recognizer = new TestRecognizer();
  private final CallerAmi caller;
  private final AudioSocketServer phones = new AudioSocketServer(loopback(0));
  private final TelephoneParts parts;
  private TelephoneServer server;
  private volatile Consumer<Conversation> dialog = conversation -> {};
  private volatile CompletableFuture<CallId> handled = new CompletableFuture<>();

  RealTelephone() throws IOException {
    // `channel originate`, which nothing but these tests needs.
    asterisk.cli("module load res_clioriginate.so");
    caller = new CallerAmi(asterisk);
    Path prompts = Files.createDirectories(asterisk.home().resolve("test-prompts"));
    EmergencySpotter emergencies =
        new EmergencySpotter(
            () -> List.of("着火"),
            text -> text.contains("着火") ? Optional.of("着火") : Optional.empty());
    parts =
        new TelephoneParts(
            new TestPrompts(prompts, 1200),
            recognizer,
            log,
            new TestRinger(asterisk),
            () -> new CallHolding(emergencies, this::handle),
            Clock.systemUTC());
    server = started();
  }

  private TelephoneServer started() throws IOException {
    TelephoneServer fresh =
        new TelephoneServer(
            TelephoneSettings.of(asterisk.agi(), loopback(0), asterisk.home().resolve("scratch")),
            parts);
    fresh.start();
    return fresh;
  }

  /** Starts the server anew, with an AudioSocket that Asterisk reaches or does not. */
  void restart(boolean sound) throws IOException {
    server.close();
    server = started();
    if (!sound) {
      server.loseSound();
    }
  }

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private void handle(Conversation conversation) {
    try {
      dialog.accept(conversation);
      handled.complete(conversation.call().id());
    } catch (RuntimeException | Error e) {
      handled.completeExceptionally(e);
      throw e;
    }
  }

  /** A phone that answers, says nothing and hangs up when a second is over. */
  void phoneThatAnswers(String number) throws IOException {
    phones.takeOthers(
        stream -> {
          TestPhone phone = new TestPhone(stream);
          CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(phone::hangsUp);
          stream.listen(phone);
        });
    asterisk.cli("database put test-phone " + number + " 127.0.0.1:" + phones.address().getPort());
  }

  /** What Asterisk wrote of a call into the spool. */
  String spooled(CallId call) throws IOException {
    return Files.readString(asterisk.home().resolve("spool").resolve(call + ".call"));
  }

  void press(TestPhone phone, char key) throws IOException {
    caller.press(phone.id().toString(), key);
  }

  /** The call that a phone has just made, once the dialog has returned. */
  CallId handled() {
    return get(handled);
  }

  void dialog(Consumer<Conversation> how) {
    handled = new CompletableFuture<>();
    dialog = how;
  }

  TelephoneFigures figures() {
    return server.figures();
  }

  /** Calls the hotline. */
  TestPhone dial() throws IOException {
    CompletableFuture<TestPhone> answered = new CompletableFuture<>();
    UUID id = UUID.randomUUID();
    phones.announce(id, stream -> listen(stream, answered));
    caller.dial(
        id.toString(),
        NUMBER,
        "13800000001",
        id.toString(),
        "127.0.0.1:" + phones.address().getPort());
    return get(answered);
  }

  private static void listen(AudioStream stream, CompletableFuture<TestPhone> answered) {
    TestPhone phone = new TestPhone(stream);
    answered.complete(phone);
    stream.listen(phone);
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("the dialog failed", e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("nothing happened within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** One whole call; the turns it made. */
  List<Turn> hold(List<CallerAct> caller, Consumer<Conversation> how) {
    dialog(how);
    try {
      TestPhone phone = dial();
      for (CallerAct act : caller) {
        play(act, phone);
      }
      CallId call = get(handled);
      phone.hangsUp();
      await().atMost(PATIENCE).until(() -> log.ended().contains(call));
      return log.turns(call);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void play(CallerAct act, TestPhone phone) throws InterruptedException, IOException {
    if (act instanceof CallerAct.Hears hears) {
      phone.hears(hears.key(), PATIENCE);
    } else if (act instanceof CallerAct.Says says) {
      recognizer.willHear(says.text());
      phone.says(1000);
      await().atMost(PATIENCE).until(phone::saidAll);
    } else if (act instanceof CallerAct.Presses presses) {
      for (char key : presses.keys().toCharArray()) {
        caller.press(phone.id().toString(), key);
      }
    } else if (act instanceof CallerAct.SaysAndHangsUp says) {
      recognizer.willHear(says.text());
      phone.says(1000);
      await().atMost(PATIENCE).until(phone::saidAll);
      phone.hangsUp();
    } else {
      phone.hangsUp();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    caller.close();
    phones.close();
    asterisk.close();
  }
}
