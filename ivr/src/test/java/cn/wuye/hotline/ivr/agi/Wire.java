package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.SyntheticVoice;
import cn.wuye.hotline.ivr.audiosocket.AudioListener;
import cn.wuye.hotline.ivr.audiosocket.AudioStream;
import cn.wuye.hotline.ivr.audiosocket.CallThreads;
import cn.wuye.hotline.ivr.audiosocket.Frame;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asterisk's end of an AudioSocket, for peers that behave and peers that do not. */
final class Wire implements AudioListener {
  private final CountDownLatch heard = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final AudioStream stream;
  private final Socket socket;

  Wire(AudioStream stream, Socket socket) {
    this.stream = stream;
    this.socket = socket;
    CallThreads.named("wire-").newThread(() -> stream.listen(this)).start();
  }

  UUID id() {
    return stream.id();
  }

  void send(Frame frame) throws IOException {
    stream.send(frame);
  }

  /** Any bytes, in a packet of their own. */
  void sendRaw(byte... bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  void press(char key) throws IOException {
    send(new Frame(Frame.KEY, new byte[] {(byte) key}));
  }

  /** Speaks all at once, which is faster than life; the receiver's clock decides. */
  void speak(int millis) throws IOException {
    untilHeard();
    for (int i = 0; i < 10; i++) {
      stream.sendAudio(new byte[Pcm.FRAME_BYTES]);
    }
    byte[] pcm = SyntheticVoice.speech(millis);
    for (int at = 0; at + Pcm.FRAME_BYTES <= pcm.length; at += Pcm.FRAME_BYTES) {
      stream.sendAudio(Arrays.copyOfRange(pcm, at, at + Pcm.FRAME_BYTES));
    }
  }

  /** Waits until the hotline has ended the stream. */
  void untilEnded() {
    await(over);
  }

  /** Waits until the hotline sends sound, which it does at once and always. */
  void untilHeard() {
    await(heard);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("the hotline neither sends nor ends");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void audio(byte[] pcm) {
    heard.countDown();
  }

  @Override
  public void key(char digit) {}

  @Override
  public void ended(String how) {
    heard.countDown();
    over.countDown();
  }
}
