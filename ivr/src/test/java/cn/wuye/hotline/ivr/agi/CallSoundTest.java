package cn.wuye.hotline.ivr.agi;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.audio.GatedVoiceActivity;
import cn.wuye.hotline.ivr.audiosocket.AudioSocketServer;
import cn.wuye.hotline.ivr.audiosocket.AudioStream;
import cn.wuye.hotline.ivr.audiosocket.Frame;
import cn.wuye.hotline.ivr.audiosocket.FrameCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CallSoundTest {
  private final CompletableFuture<CallSound> taken = new CompletableFuture<>();

  @Test
  @Timeout(10)
  void soundThatIsNeverBeatenLeavesNobodyWaiting() throws Exception {
    try (AudioSocketServer server = new AudioSocketServer(RealTelephone.loopback(0));
        Socket phone = new Socket(server.address().getAddress(), server.address().getPort())) {
      server.takeOthers(this::take);
      phone.getOutputStream().write(FrameCodec.encode(new Frame(Frame.UUID, new byte[16])));
      CallSound sound = taken.get(5, TimeUnit.SECONDS);

      sound.letGo();

      sound.awaitClosed();
      assertThat(sound.gone()).isTrue();
      assertThat(sound.next()).isInstanceOf(Effect.Over.class);
      assertThat(phone.getInputStream().read()).as("the connection is closed").isEqualTo(-1);
    }
  }

  private void take(AudioStream stream) {
    CallTime time = new CallTime(Instant.EPOCH, Clock.systemUTC(), System::nanoTime);
    try {
      CallSound sound = new CallSound(stream.polled(), GatedVoiceActivity.create(), time);
      taken.complete(sound);
      sound.awaitClosed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
