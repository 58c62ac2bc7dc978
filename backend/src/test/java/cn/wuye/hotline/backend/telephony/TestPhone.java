package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audiosocket.AudioListener;
import cn.wuye.hotline.ivr.audiosocket.AudioStream;
import cn.wuye.hotline.ivr.audiosocket.PaceFigures;
import cn.wuye.hotline.ivr.audiosocket.Pacer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A telephone's end of the sound: always sends, and notices when somebody speaks. */
public final class TestPhone implements AudioListener {
  private static final double SOUND_DBFS = -40;

  private final AudioStream stream;
  private final Queue<byte[]> outgoing = new ConcurrentLinkedQueue<>();
  private volatile boolean spokenTo;
  private volatile boolean ended;

  TestPhone(AudioStream stream) {
    this.stream = stream;
    Thread beat = new Thread(this::beat, "test-phone");
    beat.setDaemon(true);
    beat.start();
  }

  private void beat() {
    Pacer pacer = new Pacer(new PaceFigures());
    byte[] silence = new byte[Pcm.FRAME_BYTES];
    try {
      while (!ended) {
        pacer.await();
        byte[] next = outgoing.poll();
        stream.sendAudio(next == null ? silence : next);
      }
    } catch (IOException over) {
      ended = true;
    }
  }

  @Override
  public void audio(byte[] pcm) {
    spokenTo |= Pcm.dbfs(pcm) > SOUND_DBFS;
  }

  @Override
  public void key(char digit) {}

  @Override
  public void ended(String how) {
    ended = true;
  }

  /** Whether anything but silence has been heard. */
  public boolean spokenTo() {
    return spokenTo;
  }

  /** Forgets what was heard until now. */
  public void listensAnew() {
    spokenTo = false;
  }

  public boolean ended() {
    return ended;
  }

  /** Speaks; returns at once. */
  public void says(byte[] pcm) {
    for (int at = 0; at < pcm.length; at += Pcm.FRAME_BYTES) {
      outgoing.add(Arrays.copyOfRange(pcm, at, at + Pcm.FRAME_BYTES));
    }
  }

  public void hangsUp() {
    stream.end();
  }
}
