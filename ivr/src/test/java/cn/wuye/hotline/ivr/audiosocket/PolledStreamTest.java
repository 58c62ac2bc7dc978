package cn.wuye.hotline.ivr.audiosocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolledStreamTest implements AudioListener {
  private final List<String> came = new ArrayList<>();
  private ServerSocketChannel listening;
  private SocketChannel peer;
  private PolledStream stream;

  @BeforeEach
  void connect() throws IOException {
    listening = ServerSocketChannel.open();
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    peer = SocketChannel.open(listening.getLocalAddress());
    SocketChannel ours = listening.accept();
    ours.configureBlocking(false);
    stream = new PolledStream(UUID.randomUUID(), ours);
  }

  @AfterEach
  void close() throws IOException {
    stream.close();
    peer.close();
    listening.close();
  }

  @Override
  public void audio(byte[] pcm) {
    came.add("audio " + pcm.length);
  }

  @Override
  public void key(char digit) {
    came.add("key " + digit);
  }

  @Override
  public void ended(String how) {
    came.add("ended");
  }

  private void send(byte[] bytes) throws IOException {
    peer.socket().getOutputStream().write(bytes);
  }

  private void pollUntil(int count) {
    await()
        .until(
            () -> {
              stream.poll(this);
              return came.size() >= count;
            });
  }

  @Test
  void takesWhatIsThereAndNeverWaits() throws IOException {
    stream.poll(this);
    assertThat(came).isEmpty();

    byte[] frame = FrameCodec.encode(new Frame(Frame.AUDIO, new byte[320]));
    send(frame);
    send(FrameCodec.encode(new Frame(Frame.KEY, new byte[] {'5'})));
    send(Arrays.copyOf(frame, 100));
    pollUntil(2);
    stream.poll(this);
    assertThat(came).containsExactly("audio 320", "key 5");

    send(Arrays.copyOfRange(frame, 100, frame.length));
    pollUntil(3);
    assertThat(came).endsWith("audio 320");
  }

  @Test
  void framesLargerThanUsualAreTaken() throws IOException {
    send(FrameCodec.encode(new Frame(0x42, new byte[5000])));
    send(FrameCodec.encode(new Frame(Frame.AUDIO, new byte[60_000])));
    pollUntil(1);

    assertThat(came).containsExactly("audio 60000");
  }

  @Test
  void theEndIsSaidAndWhatStillComesIsTaken() throws IOException {
    assertThat(stream.sendAudio(new byte[320])).isTrue();
    stream.end();
    assertThat(stream.sendAudio(new byte[320])).isFalse();
    assertThat(stream.sendAudio(new byte[320])).isFalse();

    DataInputStream in = new DataInputStream(peer.socket().getInputStream());
    assertThat(FrameCodec.read(in).payload()).hasSize(320);
    assertThat(FrameCodec.read(in).kind()).isEqualTo(Frame.END);
    assertThat(in.read()).isEqualTo(-1);
    send(FrameCodec.encode(new Frame(Frame.AUDIO, new byte[320])));
    pollUntil(1);
  }

  @Test
  void thePeersEndIsAnEnd() throws IOException {
    send(FrameCodec.encode(new Frame(Frame.END, new byte[0])));

    assertThatThrownBy(() -> pollUntil(1))
        .isInstanceOf(EOFException.class)
        .hasMessage("ended by the peer");
  }

  @Test
  void aPeerThatTakesNothingLosesFramesButHoldsUpNobody() throws IOException {
    for (int i = 0; i < 50_000; i++) {
      assertThat(stream.sendAudio(new byte[320])).isTrue();
    }
    stream.end();
    assertThatThrownBy(() -> stream.sendAudio(new byte[320])).hasMessageContaining("takes nothing");

    DataInputStream in = new DataInputStream(peer.socket().getInputStream());
    for (int i = 0; i < 20; i++) {
      assertThat(FrameCodec.read(in).payload()).hasSize(320);
    }
  }
}
