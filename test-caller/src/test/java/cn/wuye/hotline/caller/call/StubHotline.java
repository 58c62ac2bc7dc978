package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.sound.Voice;
import cn.wuye.hotline.caller.sound.Wav;
import cn.wuye.hotline.ivr.agi.CallHandler;
import cn.wuye.hotline.ivr.agi.CallHolding;
import cn.wuye.hotline.ivr.agi.EmergencySpotter;
import cn.wuye.hotline.ivr.agi.MessageCalls;
import cn.wuye.hotline.ivr.agi.SurveyTalks;
import cn.wuye.hotline.ivr.agi.TelephoneParts;
import cn.wuye.hotline.ivr.agi.TelephoneServer;
import cn.wuye.hotline.ivr.agi.TelephoneSettings;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.CallLog;
import cn.wuye.hotline.ivr.port.OwnVoice;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger;
import cn.wuye.hotline.ivr.port.SurveyAnswers;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCase;
import cn.wuye.hotline.ivr.port.TicketStatus;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The real telephone with a dialog of the test's own, without recogniser and backend. */
final class StubHotline implements AutoCloseable {
  final List<Turn> turns = new CopyOnWriteArrayList<>();
  final List<Call> calls = new CopyOnWriteArrayList<>();
  final List<String> surveys = new CopyOnWriteArrayList<>();
  private final TelephoneServer server;
  private final Path prompts;
  private final Voice voice = new Voice("cmn-latn-pinyin");

  /**
   * @param handler holds calls that come in, and those that somebody answered
   */
  StubHotline(Hotline hotline, CallHandler handler) throws IOException {
    this.prompts = hotline.prompts();
    Files.createDirectories(prompts);
    int shift = 100 * hotline.instance();
    server =
        new TelephoneServer(
            TelephoneSettings.of(
                new InetSocketAddress("127.0.0.1", 4573 + shift),
                new InetSocketAddress("127.0.0.1", 9092 + shift),
                hotline.home().resolve("cache")),
            new TelephoneParts(
                new Sounds(),
                new Deaf(),
                new Log(),
                new NoPhone(),
                () -> new CallHolding(EmergencySpotter.NONE, handler),
                Clock.systemUTC()),
            MessageCalls.NONE,
            new SurveyTalks(
                id -> Optional.of(new Survey(id)),
                survey -> new CallHolding(EmergencySpotter.NONE, handler)));
    server.start();
  }

  /** Makes the prompt's sound and its file, as the running hotline does at start. */
  byte[] make(String key, String text) {
    try {
      short[] sound = voice.speak(text);
      if (!key.isEmpty()) {
        Wav.write(prompts.resolve(key + ".wav"), sound);
      }
      ByteBuffer pcm = ByteBuffer.allocate(sound.length * 2).order(ByteOrder.LITTLE_ENDIAN);
      pcm.asShortBuffer().put(sound);
      return pcm.array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private final class Sounds implements PromptAudio {
    @Override
    public byte[] pcm(Prompt prompt) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (Prompt.Piece piece : prompt.pieces()) {
        all.writeBytes(make(piece instanceof Prompt.Fixed f ? f.key() : "", piece.text()));
      }
      return all.toByteArray();
    }

    @Override
    public List<Path> files(Prompt prompt) {
      return List.of();
    }
  }

  private static final class Deaf implements SpeechRecognizer {
    @Override
    public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
      return Optional.empty();
    }

    @Override
    public Status status() {
      return new Status(false, "none in this test", 0, 0);
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }

  private final class Log implements CallLog {
    @Override
    public void started(Call call) {
      calls.add(call);
    }

    @Override
    public void turn(CallId call, Turn turn) {
      turns.add(turn);
    }

    @Override
    public void ended(CallId call) {
      // The test looks at the turns.
    }
  }

  /** Of a survey only its end is looked at. */
  private final class Survey implements SurveyCall {
    private final String id;

    Survey(String id) {
      this.id = id;
    }

    @Override
    public SurveyCase about() {
      return new SurveyCase(
          id,
          new Intent("repair", "facilities", "lift", "general", 1),
          LocalDate.EPOCH,
          TicketStatus.Stage.DONE,
          "",
          Place.UNKNOWN,
          ZoneOffset.UTC,
          1,
          false);
    }

    @Override
    public Optional<OwnVoice> ownVoice() {
      return Optional.empty();
    }

    @Override
    public SurveyAnswers answers() {
      throw new UnsupportedOperationException("the test's dialog asks nothing");
    }

    @Override
    public Instant allowed(Instant wanted) {
      return wanted;
    }

    @Override
    public void ended() {
      surveys.add(id);
    }
  }

  private static final class NoPhone implements PhoneRinger {
    @Override
    public Ringing ring(PhoneLine line, String room, Duration timeout, Prompt whisper) {
      return new Ringing() {
        @Override
        public CompletableFuture<Outcome> outcome() {
          return CompletableFuture.completedFuture(Outcome.UNAVAILABLE);
        }

        @Override
        public void cancel() {
          // Nothing rings.
        }
      };
    }
  }
}
