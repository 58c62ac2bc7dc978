package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.GatedVoiceActivity;
import cn.wuye.hotline.ivr.audiosocket.AudioSocketServer;
import cn.wuye.hotline.ivr.audiosocket.AudioStream;
import cn.wuye.hotline.ivr.audiosocket.CallThreads;
import cn.wuye.hotline.ivr.audiosocket.Metronome;
import cn.wuye.hotline.ivr.conversation.HangUp;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a call's sound here. Asterisk's {@code AudioSocket} blocks AGI until the stream ends, so
 * it runs on a thread of its own and no other command may be sent meanwhile.
 */
final class SoundLine {
  private static final Logger LOG = LoggerFactory.getLogger(SoundLine.class);
  private static final ThreadFactory EXECUTING = CallThreads.named("agi-sound-");

  /** Asterisk itself gives up connecting after 2 s. */
  private static final long CONNECT_SECONDS = 5;

  private static final long RETURN_SECONDS = 10;

  private final AgiLine agi;
  private final AudioSocketServer server;
  private final Metronome metronome;
  private final CallTime time;

  SoundLine(AgiLine agi, AudioSocketServer server, Metronome metronome, CallTime time) {
    this.agi = agi;
    this.server = server;
    this.metronome = metronome;
    this.time = time;
  }

  /**
   * A stream and the application that carries it.
   *
   * @param application ends with the result of AudioSocket, or with {@link HangUp}
   */
  record Open(CallSound sound, CompletableFuture<Integer> application) {}

  /**
   * Opens the sound.
   *
   * @return empty when Asterisk could not connect; AGI is free then
   * @throws HangUp when the caller is gone
   */
  Optional<Open> open() throws InterruptedException {
    UUID id = UUID.randomUUID();
    CompletableFuture<CallSound> connected = new CompletableFuture<>();
    // What the connection's thread logs belongs to the call that waits for it.
    Consumer<AudioStream> taking = stream -> take(stream, connected);
    Consumer<AudioStream> taker = CallThreads.inThisLogContext(taking);
    try (var announcement = server.announce(id, taker)) {
      LOG.debug("stream {} is expected ({})", id, announcement);
      CompletableFuture<Integer> application = execute(id);
      awaitFirst(connected, application);
      if (connected.isDone()) {
        return Optional.of(new Open(connected.join(), application));
      }
      awaitReturn(application);
      agi.requireAlive();
      return Optional.empty();
    }
  }

  private CompletableFuture<Integer> execute(UUID id) {
    InetSocketAddress address = server.address();
    String target = address.getAddress().getHostAddress() + ":" + address.getPort();
    CompletableFuture<Integer> application = new CompletableFuture<>();
    Runnable work =
        () -> {
          try {
            application.complete(agi.exec("AudioSocket", id.toString(), target));
          } catch (RuntimeException | Error e) {
            application.completeExceptionally(e);
          }
        };
    EXECUTING.newThread(CallThreads.inThisLogContext(work)).start();
    return application;
  }

  private static void awaitFirst(
      CompletableFuture<CallSound> connected, CompletableFuture<Integer> application)
      throws InterruptedException {
    try {
      CompletableFuture.anyOf(connected, application).get(CONNECT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("no sound came: {}", e.toString());
    }
  }

  /** Runs on the thread of the connection. */
  private void take(AudioStream stream, CompletableFuture<CallSound> connected) {
    CallSound sound;
    try {
      sound = new CallSound(stream.polled(), GatedVoiceActivity.create(), time);
    } catch (IOException e) {
      LOG.debug("stream {} broke at once: {}", stream.id(), e.getMessage());
      return;
    }
    if (!metronome.add(sound)) {
      LOG.info(
          "stream {} came while the telephone closes: the call goes on without it", stream.id());
      sound.letGo();
      return;
    }
    connected.complete(sound);
    try {
      sound.awaitClosed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits until the application has returned, so that AGI is free again.
   *
   * @throws HangUp when the caller is gone
   */
  static void awaitReturn(CompletableFuture<Integer> application) throws InterruptedException {
    try {
      application.get(RETURN_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "AudioSocket did not return within " + RETURN_SECONDS + " s; this call's AGI is stuck",
          e);
    } catch (ExecutionException | CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("AudioSocket failed", e);
    }
  }
}
