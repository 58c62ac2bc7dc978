package cn.wuye.hotline.caller.line;

import cn.wuye.hotline.caller.sound.Noise;
import cn.wuye.hotline.caller.sound.Track;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audiosocket.AudioListener;
import cn.wuye.hotline.ivr.audiosocket.AudioStream;
import cn.wuye.hotline.ivr.audiosocket.CallThreads;
import cn.wuye.hotline.ivr.audiosocket.PaceFigures;
import cn.wuye.hotline.ivr.audiosocket.Pacer;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A telephone's end of a call. Everything is timed in milliseconds from the moment the line was
 * opened, by the sound itself: what is heard by the samples that came, what is said by the frames
 * that left.
 */
public final class Line implements AudioListener {
  private static final ThreadFactory THREADS = CallThreads.named("line-");
  private static final int FRAME_SAMPLES = Pcm.FRAME_BYTES / 2;

  /** Sound may come so late without being taken for missing. */
  private static final int LATE_MILLIS = 200;

  private static final int LAST_SILENCE_MILLIS = 1000;

  private final AudioStream stream;
  private final @Nullable Noise noise;
  private final long opened = System.nanoTime();
  private final Track heard = new Track();
  private final Track sent = new Track();
  private final Queue<Spoken> toSay = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;
  private volatile String how = "";

  /**
   * @param noise what is heard behind the speaker; null for a quiet place
   */
  public Line(AudioStream stream, @Nullable Noise noise) {
    this.stream = stream;
    this.noise = noise;
  }

  /** Keeps the line going until it ends; returns then. */
  public void run() {
    Thread sender = THREADS.newThread(this::send);
    sender.start();
    stream.listen(this);
  }

  private void send() {
    Pacer pacer = new Pacer(new PaceFigures());
    try {
      while (!ended) {
        pacer.await();
        short[] frame = nextFrame();
        if (noise != null) {
          noise.addTo(frame);
        }
        stream.sendAudio(Pcm.bytes(frame));
        sent.append(frame);
        fillHeard();
      }
    } catch (IOException e) {
      ended(String.valueOf(e.getMessage()));
    }
  }

  private short[] nextFrame() {
    short[] frame = new short[FRAME_SAMPLES];
    Spoken spoken = toSay.peek();
    if (spoken != null && !spoken.next(frame, millis())) {
      toSay.remove();
    }
    return frame;
  }

  /** What did not come is silence: a phone may send nothing while nobody speaks. */
  private void fillHeard() {
    int missing = millis() - heard.millis();
    if (missing > LATE_MILLIS) {
      heard.append(new short[missing * 8]);
    }
  }

  /** Milliseconds since the line was opened. */
  public int millis() {
    return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - opened);
  }

  /** Everything that was heard so far. */
  public Track heard() {
    return heard;
  }

  /** Everything that was sent so far, noise included. */
  public Track sent() {
    return sent;
  }

  /** Says something after what is being said; returns at once. */
  public Spoken say(short[] sound) {
    Spoken spoken = new Spoken(sound);
    toSay.add(spoken);
    return spoken;
  }

  /** Stops speaking. */
  public void hush() {
    toSay.clear();
  }

  /** Hangs up: the dialplan goes on and ends the call. */
  public void hangUp() {
    stream.end();
  }

  public boolean isOver() {
    return ended;
  }

  /** How the line ended. */
  public String how() {
    return how;
  }

  /** Waits until the condition holds, the line is over, or the time is. */
  public boolean await(BooleanSupplier condition, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (ended || System.nanoTime() - deadline > 0) {
        return condition.getAsBoolean();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return true;
  }

  @Override
  public void audio(byte[] pcm) {
    if (heard.length() == 0) {
      // What is heard is timed by its samples: the first of them did not come at moment zero.
      heard.append(new short[Math.max(0, millis() - Pcm.FRAME_MILLIS) * 8]);
    }
    heard.append(Pcm.samples(pcm));
  }

  @Override
  public void key(char digit) {
    // The hotline presses no keys.
  }

  @Override
  public void ended(String reason) {
    if (!ended) {
      // So that what was heard last can be judged like everything else.
      heard.append(new short[LAST_SILENCE_MILLIS * 8]);
      how = reason;
      ended = true;
    }
  }
}
