package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audiosocket.AudioSocketServer;
import cn.wuye.hotline.ivr.audiosocket.Metronome;
import cn.wuye.hotline.ivr.audiosocket.PaceFigures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.asteriskjava.fastagi.AgiScript;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the calls that Asterisk brings: a FastAGI server and an AudioSocket server, started and
 * closed together.
 */
public final class TelephoneServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TelephoneServer.class);

  private final TelephoneSettings settings;
  private final TelephoneParts parts;
  private final MessageCalls messages;
  private final SurveyTalks surveys;
  private final PaceFigures figures = new PaceFigures();
  private @Nullable Running running;

  private record Running(
      AudioSocketServer audio,
      Metronome metronome,
      LatestCalls now,
      HotlineScript script,
      MessageScript message,
      SurveyScript survey,
      AgiListener agi) {}

  /** One that phones nobody. */
  public TelephoneServer(TelephoneSettings settings, TelephoneParts parts) {
    this(settings, parts, MessageCalls.NONE, SurveyTalks.NONE);
  }

  /**
   * @param messages what is read to people who were phoned
   * @param surveys what residents are phoned back for
   */
  public TelephoneServer(
      TelephoneSettings settings,
      TelephoneParts parts,
      MessageCalls messages,
      SurveyTalks surveys) {
    this.settings = settings;
    this.parts = parts;
    this.messages = messages;
    this.surveys = surveys;
  }

  /**
   * Binds both ports and accepts calls from now on.
   *
   * @throws IOException when a port is taken; nothing is left open then
   */
  public synchronized void start() throws IOException {
    if (running != null) {
      throw new IllegalStateException("the telephone is started already");
    }
    tidy(Files.createDirectories(settings.scratch()));
    AudioSocketServer audio = new AudioSocketServer(settings.audioSocket());
    Metronome metronome = new Metronome(figures);
    LatestCalls now = new LatestCalls(parts.now());
    SoundingCall calling = new SoundingCall(settings, parts, audio, metronome);
    HotlineScript script = new HotlineScript(calling, now);
    MessageScript message = new MessageScript(settings, parts, messages);
    SurveyScript survey = new SurveyScript(calling, surveys);
    Map<String, AgiScript> byName = Map.of(MessageScript.NAME, message, SurveyScript.NAME, survey);
    AgiScript named =
        (request, channel) -> named(byName, request.getScript(), script).service(request, channel);
    try {
      running =
          new Running(
              audio,
              metronome,
              now,
              script,
              message,
              survey,
              new AgiListener(settings.agi(), named));
    } catch (IOException e) {
      audio.close();
      metronome.close();
      now.close();
      throw e;
    }
    running.agi.start();
    LOG.info("taking calls: FastAGI {}, AudioSocket {}", agiAddress(), audioSocketAddress());
  }

  private static AgiScript named(
      Map<String, AgiScript> byName, @Nullable String name, AgiScript otherwise) {
    return name == null ? otherwise : byName.getOrDefault(name, otherwise);
  }

  /** What an application that was killed has left: residents' words do not lie about. */
  private static void tidy(Path scratch) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(scratch, "*.wav")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  private synchronized Running running() {
    if (running == null) {
      throw new IllegalStateException("the telephone is not started");
    }
    return running;
  }

  /** Where FastAGI listens, with the port really taken. Only while started. */
  public InetSocketAddress agiAddress() {
    return running().agi.address();
  }

  /** Where AudioSocket listens, with the port really taken. Only while started. */
  public InetSocketAddress audioSocketAddress() {
    return running().audio.address();
  }

  /** What it is doing at the moment. Only while started. */
  public TelephoneFigures figures() {
    Running now = running();
    return new TelephoneFigures(
        now.script.calls() + now.message.calls() + now.survey.calls(),
        now.audio.connections(),
        figures.frames(),
        figures.late());
  }

  /**
   * Takes no new calls from now on, Asterisk goes on alone with them; those in progress go on.
   * Idempotent.
   */
  public synchronized void refuseNewCalls() {
    if (running != null) {
      running.agi.stopAccepting();
    }
  }

  /** From now on no sound comes, as if the port were closed; for tests of plain AGI. */
  synchronized void loseSound() {
    running().audio.close();
  }

  /**
   * Takes no new calls and breaks off those in progress: Asterisk goes on alone with the callers.
   * Frees both ports. Idempotent.
   */
  @Override
  public synchronized void close() {
    if (running != null) {
      running.agi.close();
      running.audio.close();
      running.metronome.close();
      running.now.close();
      running = null;
    }
  }
}
