package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.SyntheticVoice;
import cn.wuye.hotline.ivr.audiosocket.AudioListener;
import cn.wuye.hotline.ivr.audiosocket.AudioStream;
import cn.wuye.hotline.ivr.audiosocket.CallThreads;
import cn.wuye.hotline.ivr.audiosocket.Frame;
import cn.wuye.hotline.ivr.audiosocket.PaceFigures;
import cn.wuye.hotline.ivr.audiosocket.Pacer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The caller's end of the sound: hears tones, speaks and presses keys, always sends. */
final class TestPhone implements AudioListener {
  private static final int SURE_FRAMES = 3;

  private final AudioStream stream;
  private final Queue<Frame> outgoing = new ConcurrentLinkedQueue<>();
  private final ArrayDeque<Integer> pitches = new ArrayDeque<>();
  private int hearing;
  private long hearingSince;
  private volatile boolean ended;

  TestPhone(AudioStream stream) {
    this.stream = stream;
    CallThreads.named("test-phone-").newThread(this::beat).start();
  }

  private void beat() {
    Pacer pacer = new Pacer(new PaceFigures());
    Frame silence = new Frame(Frame.AUDIO, new byte[Pcm.FRAME_BYTES]);
    try {
      while (!ended) {
        pacer.await();
        Frame next = outgoing.poll();
        stream.send(next == null ? silence : next);
      }
    } catch (IOException over) {
      ended = true;
    }
  }

  @Override
  public synchronized void audio(byte[] pcm) {
    if (pcm.length != Pcm.FRAME_BYTES) {
      return;
    }
    pitches.addLast(SyntheticVoice.pitch(pcm));
    if (pitches.size() > SURE_FRAMES) {
      pitches.removeFirst();
    }
    int pitch = pitches.getLast();
    boolean sure =
        pitches.size() == SURE_FRAMES && pitches.stream().allMatch(p -> Math.abs(p - pitch) < 60);
    if (sure && Math.abs(pitch - hearing) > 60) {
      hearing = pitch;
      hearingSince = System.nanoTime();
      notifyAll();
    }
  }

  @Override
  public void key(char digit) {}

  @Override
  public synchronized void ended(String how) {
    ended = true;
    notifyAll();
  }

  UUID id() {
    return stream.id();
  }

  boolean ended() {
    return ended;
  }

  /** Waits until a tone sounds. */
  synchronized void hears(String key, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (Math.abs(hearing - TestPrompts.pitch(key)) > 80) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0 || ended) {
        throw new AssertionError(
            "did not hear '%s'; hears a pitch of %d, line ended: %s"
                .formatted(key, hearing, ended));
      }
      wait(left);
    }
  }

  /** The pitch that sounds now; 0 for silence. */
  synchronized int hears() {
    return hearing;
  }

  /** When what sounds now began to sound, in {@link System#nanoTime()}. */
  synchronized long hearingSince() {
    return hearingSince - (SURE_FRAMES - 1) * Pacer.BEAT_NANOS;
  }

  /** Speaks; returns at once. */
  void says(int millis) {
    byte[] pcm = SyntheticVoice.speech(millis);
    for (int at = 0; at + Pcm.FRAME_BYTES <= pcm.length; at += Pcm.FRAME_BYTES) {
      outgoing.add(new Frame(Frame.AUDIO, Arrays.copyOfRange(pcm, at, at + Pcm.FRAME_BYTES)));
    }
  }

  /** Whether everything said has been sent, or cannot be sent any more. */
  boolean saidAll() {
    return outgoing.isEmpty() || ended;
  }

  void hangsUp() {
    stream.end();
  }
}
