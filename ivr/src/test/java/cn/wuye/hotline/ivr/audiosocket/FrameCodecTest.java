package cn.wuye.hotline.ivr.audiosocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
  private static DataInputStream bytes(String hex) {
    return new DataInputStream(
        new ByteArrayInputStream(HexFormat.of().parseHex(hex.replace(" ", ""))));
  }

  @Test
  void readsWhatAsteriskSends() throws IOException {
    DataInputStream in =
        bytes(
            "01 0010 6ba7b810 9dad 11d1 80b4 00c04fd430c8  10 0004 01020304  03 0001 35  00 0000");
    assertThat(FrameCodec.opened(FrameCodec.read(in)))
        .isEqualTo(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
    assertThat(FrameCodec.read(in).payload()).containsExactly(1, 2, 3, 4);
    Frame key = FrameCodec.read(in);
    assertThat(key.kind()).isEqualTo(Frame.KEY);
    assertThat((char) key.payload()[0]).isEqualTo('5');
    assertThat(FrameCodec.read(in).kind()).isEqualTo(Frame.END);
  }

  @Test
  void takesFramesInAsManyPiecesAsTheyCome() throws IOException {
    byte[] whole = FrameCodec.encode(new Frame(Frame.AUDIO, new byte[320]));
    InputStream oneByOne =
        new ByteArrayInputStream(whole) {
          @Override
          public synchronized int read(byte[] b, int off, int len) {
            return super.read(b, off, Math.min(1, len));
          }
        };
    assertThat(FrameCodec.read(new DataInputStream(oneByOne)).payload()).hasSize(320);
  }

  @Test
  void aStreamThatEndsInMidFrameHasEnded() {
    assertThatThrownBy(() -> FrameCodec.read(bytes("10 0140 0102")))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void writesAFrameAtOnce() throws IOException {
    AtomicInteger writes = new AtomicInteger();
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            writes.addAndGet(1000);
          }

          @Override
          public void write(byte[] b, int off, int len) {
            writes.incrementAndGet();
          }
        };
    FrameCodec.write(counting, new Frame(Frame.AUDIO, new byte[320]));
    assertThat(writes).hasValue(1);
  }

  @Test
  void refusesWhatIsNoOpening() {
    assertThatThrownBy(() -> FrameCodec.opened(new Frame('G', new byte[5])))
        .isInstanceOf(NotAudioSocket.class)
        .hasMessageContaining("0x47");
  }

  @Test
  void refusesAFrameThatDoesNotFit() {
    assertThatThrownBy(() -> FrameCodec.encode(new Frame(Frame.AUDIO, new byte[70_000])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
