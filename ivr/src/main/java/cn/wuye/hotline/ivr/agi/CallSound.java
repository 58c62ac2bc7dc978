package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.TurnEffects;
import cn.wuye.hotline.ivr.audio.TurnEnd;
import cn.wuye.hotline.ivr.audio.TurnEngine;
import cn.wuye.hotline.ivr.audio.VoiceActivity;
import cn.wuye.hotline.ivr.audiosocket.AudioListener;
import cn.wuye.hotline.ivr.audiosocket.Metronome;
import cn.wuye.hotline.ivr.audiosocket.PolledStream;
import cn.wuye.hotline.ivr.conversation.Listening;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound of one call while its AudioSocket is open. Beats every 20 ms: it takes what came in
 * since, lets the turn engine decide, and sends the next frame, silence when nothing is said. Other
 * threads only leave messages for the one that beats.
 */
final class CallSound implements AudioListener, Metronome.Beat {
  private static final Logger LOG = LoggerFactory.getLogger(CallSound.class);

  private final PolledStream stream;
  private final VoiceActivity voice;
  private final CallTime time;
  private final TurnEngine engine;
  private final Player player = new Player();
  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<Effect> effects = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean gone;

  CallSound(PolledStream stream, VoiceActivity voice, CallTime time) {
    this.stream = stream;
    this.voice = voice;
    this.time = time;
    this.engine = new TurnEngine(new Wishes());
  }

  /** What is called every 20 ms, until the connection is closed. */
  @Override
  public boolean beat() {
    boolean goesOn = false;
    try {
      stream.poll(this);
      if (!gone) {
        takeInbox();
        engine.tick(time.millis());
        sendNext();
      }
      goesOn = true;
    } catch (IOException e) {
      LOG.debug("sound ended: {}", e.getMessage());
    } finally {
      if (!goesOn) {
        letGo();
      }
    }
    return goesOn;
  }

  /** The end of what is beaten no more, or was never: whoever waits for it goes on. */
  void letGo() {
    try {
      ended("closed");
    } finally {
      stream.close();
      closed.countDown();
    }
  }

  /** Returns when the connection has been closed, by whoever it was. */
  void awaitClosed() throws InterruptedException {
    closed.await();
  }

  private void takeInbox() {
    Runnable message;
    while ((message = inbox.poll()) != null) {
      message.run();
    }
  }

  private void sendNext() throws IOException {
    boolean wasPlaying = player.playing();
    if (!stream.sendAudio(player.next())) {
      // Asterisk closes the connection; until then what it sends is taken and thrown away.
      ended("ended from our side");
    } else if (wasPlaying && !player.playing()) {
      engine.promptEnded(time.millis());
    }
  }

  @Override
  public void audio(byte[] pcm) {
    if (!gone) {
      engine.frame(time.millis(), pcm, voice.speech(pcm));
    }
  }

  @Override
  public void key(char digit) {
    if (!gone) {
      engine.key(time.millis(), digit);
    }
  }

  /** The last that is done with the sound; frees the detector. On the thread that beats. */
  @Override
  public void ended(String how) {
    if (over.getCount() == 0) {
      return;
    }
    gone = true;
    try (voice) {
      takeInbox();
      engine.gone(time.millis());
    } finally {
      over.countDown();
      // For a turn that began after the last beat, and waits.
      effects.add(new Effect.Over(TurnEnd.gone(time.now())));
    }
  }

  /** Begins a turn; its effects come by {@link #next}. */
  void begin(byte[] prompt, Listening listening) {
    effects.clear();
    inbox.add(
        () -> {
          player.play(prompt);
          engine.begin(time.millis(), listening);
          if (!player.playing()) {
            engine.promptEnded(time.millis());
          }
        });
  }

  /** Waits for what the running turn brings next. */
  Effect next() throws InterruptedException {
    if (over.getCount() > 0) {
      // Without a time limit, whose timers would cost more than the sound: the end is an effect.
      return effects.take();
    }
    Effect effect = effects.poll();
    return effect != null ? effect : new Effect.Over(TurnEnd.gone(time.now()));
  }

  /** An emergency word was spotted. */
  void emergency() {
    inbox.add(() -> engine.emergency(time.millis()));
  }

  /** Plays without listening; what is played now is cut. */
  void play(byte[] prompt) {
    inbox.add(() -> player.play(prompt));
  }

  /** Keys pressed until now mean nothing. */
  void forgetKeys() {
    inbox.add(engine::forgetKeys);
  }

  /** Whether the stream has ended. */
  boolean gone() {
    return gone;
  }

  /** Ends the stream from our side, so that Asterisk goes on with the call. */
  void end() {
    stream.end();
  }

  /** Closes the connection whatever its state; the next beat is the last. */
  void close() {
    gone = true;
    stream.close();
  }

  private final class Wishes implements TurnEffects {
    @Override
    public void stopPrompt() {
      player.stop();
    }

    @Override
    public void speech(byte[] frame) {
      effects.add(new Effect.Speech(frame));
    }

    @Override
    public void discard() {
      effects.add(new Effect.Discard());
    }

    @Override
    public void over(TurnEnd end) {
      player.stop();
      effects.add(new Effect.Over(end));
    }
  }
}
