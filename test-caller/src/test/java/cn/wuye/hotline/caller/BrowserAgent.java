package cn.wuye.hotline.caller;

import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.caller.bench.ChromiumPage;
import cn.wuye.hotline.caller.bench.ConsoleSession;
import cn.wuye.hotline.caller.call.Tone;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.Track;
import cn.wuye.hotline.caller.sound.Voice;
import cn.wuye.hotline.caller.sound.Wav;
import cn.wuye.hotline.ivr.audio.Pcm;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An agent whose telephone is her browser: Chromium at the page of the desk, with a WAV as its
 * microphone. She answers whatever rings by the page's key, and hangs up by it when she is told to.
 */
final class BrowserAgent implements AutoCloseable {
  static final String EXTENSION = "1011";
  private static final Duration PATIENCE = Duration.ofSeconds(80);
  private static final long LOOK_MILLIS = 200;

  private static final String LOADED = "document.readyState === 'complete'";
  private static final String PHONE = "document.getElementById('desk-phone').dataset.state";
  private static final String DESK = "document.getElementById('desk-state').dataset.code";

  /** The last 200 ms of what the page plays, as a telephone hears it. */
  private static final String HEARD =
      """
      (() => {
        const sound = document.getElementById('web-sound').srcObject;
        if (!sound?.getAudioTracks().length) {
          return '';
        }
        if (window.heard !== sound) {
          window.ear?.context.close();
          const context = new AudioContext({ sampleRate: 8000 });
          window.ear = context.createAnalyser();
          window.ear.fftSize = 2048;
          context.createMediaStreamSource(sound).connect(window.ear);
          window.heard = sound;
        }
        const samples = new Float32Array(2048);
        window.ear.getFloatTimeDomainData(samples);
        return Array.from(samples.slice(-1600), (one) => Math.round(Math.max(-1, Math.min(1, one)) * 32767)).join(',');
      })()
      """;

  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final ChromiumPage page;
  private final int hertz;
  private final List<Track> heard = new CopyOnWriteArrayList<>();
  private volatile boolean talking;
  private volatile boolean wantsToGo;
  private volatile Duration longest = Duration.ofMinutes(2);
  private volatile @Nullable Exception failure;
  private long ends;

  /**
   * Signs in at the console and takes calls.
   *
   * @param hertz of the tone by which she is known
   * @throws IOException when there is no Chromium, with what to install
   */
  BrowserAgent(Hotline hotline, int hertz) throws IOException, InterruptedException {
    this.hertz = hertz;
    Path work = Files.createDirectories(hotline.home().resolve("browser-agent"));
    Path said = work.resolve("said.wav");
    Wav.write(said, said());
    page = ChromiumPage.withMicrophone(work, said);
    try {
      ConsoleSession session = ConsoleSession.of(hotline, CrowdTables.user(EXTENSION));
      page.signIn(session);
      page.open(session.base().resolve("/console/desk"));
      // With its scripts, which make a telephone of it.
      await("the page of the desk")
          .atMost(PATIENCE)
          .until(() -> page.evaluate(LOADED + " && " + DESK).equals("gone"));
      page.evaluate(
          "document.getElementById('phone-choice').value = '"
              + EXTENSION
              + "'; document.getElementById('b-sit').click()");
      await("her line").atMost(PATIENCE).until(() -> page.evaluate(PHONE).equals("registered"));
      await("her queue").atMost(PATIENCE).until(() -> page.evaluate(DESK).equals("ready"));
    } catch (IOException | InterruptedException | RuntimeException e) {
      page.close();
      throw e;
    }
    watch.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  int hertz() {
    return hertz;
  }

  /** What was heard in each talk, in their order: the last 200 ms of every look. */
  List<Track> heard() {
    return List.copyOf(heard);
  }

  /**
   * @throws IllegalStateException when the page can no longer be asked
   */
  boolean talking() {
    if (failure != null) {
      throw new IllegalStateException("the agent's page has failed", failure);
    }
    return talking;
  }

  /** Ends the talk, if there is one. */
  void hangUp() {
    wantsToGo = talking;
  }

  /** For how long she talks from the next call on. */
  void talksFor(Duration length) {
    longest = length;
  }

  /** Takes no calls until she is {@link #ready}. */
  void pause() {
    presses('P', "paused");
  }

  void ready() {
    presses('R', "ready");
  }

  /** Again while nothing comes of it: a key in the moment in which the page changes is lost. */
  private void presses(char key, String wanted) {
    await("she is " + wanted)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(3))
        .until(
            () -> {
              boolean done = page.evaluate(DESK).equals(wanted);
              if (!done) {
                page.pressAlt(key);
              }
              return done;
            });
  }

  private void look() {
    try {
      String state = page.evaluate(PHONE);
      if (state.equals("rings")) {
        page.pressAlt('A');
      }
      boolean talks = state.equals("talks");
      if (talks && !talking) {
        ends = System.nanoTime() + longest.toNanos();
        wantsToGo = false;
        heard.add(new Track());
      }
      talking = talks;
      if (talks) {
        heard.get(heard.size() - 1).append(lastHeard());
        if (wantsToGo || System.nanoTime() - ends > 0) {
          page.pressAlt('X');
        }
      }
    } catch (Exception e) {
      failure = e;
      throw new IllegalStateException(e);
    }
  }

  private short[] lastHeard() throws IOException, InterruptedException {
    String heardNow = page.evaluate(HEARD);
    if (heardNow.isEmpty()) {
      return new short[0];
    }
    String[] samples = heardNow.split(",");
    short[] sound = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      sound[i] = Short.parseShort(samples[i]);
    }
    return sound;
  }

  /**
   * A word, and her tone in syllables: a browser takes a tone that does not end for noise, and
   * suppresses it.
   */
  private short[] said() throws IOException {
    short[] word = new Voice(Script.DEFAULT_VOICE).speak("您好");
    short[] pause = new short[Pcm.RATE / 5];
    short[] tone = Arrays.copyOf(Tone.of(hertz, 1), Pcm.RATE * 3 / 5);
    ShortBuffer all = ShortBuffer.allocate(word.length + 2 * tone.length + 3 * pause.length);
    return all.put(word).put(pause).put(tone).put(pause).put(tone).put(pause).array();
  }

  /** Signs out and closes the browser. */
  @Override
  public void close() throws IOException, InterruptedException {
    // Without an interrupt, which would close the connection with the browser.
    watch.shutdown();
    try {
      if (!watch.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("the browser does not answer");
      }
      page.evaluate("document.getElementById('b-leave').click()");
      await("she has left").atMost(PATIENCE).until(() -> page.evaluate(DESK).equals("gone"));
    } finally {
      page.close();
    }
  }
}
