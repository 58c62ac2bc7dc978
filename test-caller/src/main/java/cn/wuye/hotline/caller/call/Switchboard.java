package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.NotRunning;
import cn.wuye.hotline.caller.script.Phone;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.caller.sound.Voice;
import cn.wuye.hotline.ivr.audiosocket.AudioSocketServer;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.AmiStatus;
import cn.wuye.hotline.router.originate.Originator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What all calls of one run share: the manager connection, the sound server, voice and phones. */
public final class Switchboard implements AutoCloseable {
  /** A busy machine may need so long to log in; where nothing listens it is known sooner. */
  private static final long PATIENCE_SECONDS = 15;

  private static final long NOTHING_THERE_SECONDS = 3;

  private final Hotline hotline;
  private final AmiConnection ami;
  private final Originator originator;
  private final ScheduledExecutorService timer;
  private final AudioSocketServer server;
  private final PromptBook prompts;
  private final Voice voice;
  private final PhoneBook phones;

  private Switchboard(
      Hotline hotline,
      AmiConnection ami,
      AudioSocketServer server,
      PromptBook prompts,
      Voice voice,
      PhoneBook phones,
      Originator originator,
      ScheduledExecutorService timer) {
    this.hotline = hotline;
    this.ami = ami;
    this.server = server;
    this.prompts = prompts;
    this.voice = voice;
    this.phones = phones;
    this.originator = originator;
    this.timer = timer;
  }

  /**
   * Opens it for some scripts, which share the phones they name.
   *
   * @throws NotRunning when Asterisk is not there or refuses us
   */
  public static Switchboard open(Hotline hotline, PromptBook prompts, List<Script> scripts)
      throws NotRunning, IOException {
    AmiConnection ami = new AmiConnection(hotline.ami(), Clock.systemUTC());
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "originate-timer");
              thread.setDaemon(true);
              return thread;
            });
    Originator originator = new Originator(ami, timer);
    ami.addListener(originator);
    ami.start();
    awaitConnection(hotline, ami);
    Voice voice =
        new Voice(scripts.stream().findFirst().map(Script::voice).orElse(Script.DEFAULT_VOICE));
    Map<String, Phone> phones = new LinkedHashMap<>();
    scripts.forEach(script -> phones.putAll(script.phones()));
    AudioSocketServer server = new AudioSocketServer(new InetSocketAddress("127.0.0.1", 0));
    return new Switchboard(
        hotline, ami, server, prompts, voice, new PhoneBook(ami, voice, phones), originator, timer);
  }

  private static void awaitConnection(Hotline hotline, AmiConnection ami) throws NotRunning {
    long start = System.nanoTime();
    while (!ami.connected()) {
      long waited = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      String why = ami.status().description();
      boolean hopeless =
          ami.status().state() == AmiStatus.State.REFUSED || why.contains("Connection refused");
      if (waited >= (hopeless ? NOTHING_THERE_SECONDS : PATIENCE_SECONDS)) {
        ami.close();
        throw new NotRunning(
            "the hotline does not run ("
                + hotline
                + "): "
                + why
                + "; start it with ./hotline up --detach");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** A call by this script; nothing happens before {@link PlayedCall#play}. */
  public PlayedCall call(Script script) {
    return new PlayedCall(this, script);
  }

  Hotline hotline() {
    return hotline;
  }

  AmiConnection ami() {
    return ami;
  }

  Originator originator() {
    return originator;
  }

  AudioSocketServer server() {
    return server;
  }

  PromptBook prompts() {
    return prompts;
  }

  Voice voice() {
    return voice;
  }

  public PhoneBook phones() {
    return phones;
  }

  @Override
  public void close() {
    phones.close();
    server.close();
    ami.close();
    timer.shutdownNow();
  }
}
