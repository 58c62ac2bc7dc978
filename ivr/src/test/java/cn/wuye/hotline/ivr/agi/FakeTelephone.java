package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A telephone server with a fake Asterisk before it: no phone, no Asterisk, real sockets. */
final class FakeTelephone implements AutoCloseable {
  final TestRecognizer recognizer = new TestRecognizer();
  final TestLog log = new TestLog();
  final TestFollower now = new TestFollower();
  final TelephoneParts parts;
  final TelephoneServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Consumer<Conversation> dialog = call -> {};

  FakeTelephone(Path folder) throws IOException {
    this(folder, SurveyTalks.NONE);
  }

  FakeTelephone(Path folder, SurveyTalks surveys) throws IOException {
    TestPrompts prompts = new TestPrompts(folder, 100);
    parts =
        new TelephoneParts(
            prompts,
            (call, dialect) -> prompts,
            recognizer,
            log,
            now,
            new NoAmi(),
            () -> holding(),
            Clock.systemUTC());
    server =
        new TelephoneServer(
            TelephoneSettings.of(
                RealTelephone.loopback(0), RealTelephone.loopback(0), folder.resolve("scratch")),
            parts,
            MessageCalls.NONE,
            surveys);
    server.start();
  }

  private CallHolding holding() {
    asked.incrementAndGet();
    return new CallHolding(EmergencySpotter.NONE, call -> dialog.accept(call));
  }

  /** How often it was asked how a call is to be held. */
  int asked() {
    return asked.get();
  }

  void dialog(Consumer<Conversation> how) {
    dialog = how;
  }

  FakeAsterisk asterisk(String id, FakeAsterisk.Sound sound) {
    return new FakeAsterisk(server.agiAddress(), id, sound);
  }

  List<Turn.Kind> turnKinds(String id) {
    return log.turns(new CallId(id)).stream().map(Turn::kind).toList();
  }

  @Override
  public void close() {
    server.close();
  }

  /** A ringer whose manager connection is down. */
  private static final class NoAmi implements PhoneRinger {
    @Override
    public Ringing ring(PhoneLine line, String room, Duration timeout, Prompt whisper) {
      return new Ringing() {
        @Override
        public CompletableFuture<Outcome> outcome() {
          return CompletableFuture.completedFuture(Outcome.UNAVAILABLE);
        }

        @Override
        public void cancel() {}
      };
    }
  }
}
