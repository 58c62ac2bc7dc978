package cn.wuye.hotline.caller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.audiosocket.Frame;
import cn.wuye.hotline.ivr.audiosocket.FrameCodec;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FrameScanTest {
  private static byte[] stream() {
    ByteBuffer all = ByteBuffer.allocate(2000);
    all.put(FrameCodec.encode(FrameCodec.opening(new UUID(1, 2))));
    all.put(FrameCodec.encode(new Frame(Frame.AUDIO, new byte[320])));
    all.put(FrameCodec.encode(new Frame(Frame.KEY, new byte[] {'1'})));
    all.put(FrameCodec.encode(new Frame(Frame.AUDIO, new byte[320])));
    all.put(FrameCodec.encode(new Frame(Frame.END, new byte[0])));
    all.put(FrameCodec.encode(new Frame(Frame.AUDIO, new byte[320])));
    byte[] bytes = new byte[all.position()];
    all.flip().get(bytes);
    return bytes;
  }

  @Test
  void countsFramesOfSoundHoweverTheyAreCut() {
    for (int piece = 1; piece < 700; piece += 13) {
      FrameScan scan = new FrameScan();
      ByteBuffer bytes = ByteBuffer.wrap(stream());
      int sounds = 0;
      while (bytes.hasRemaining()) {
        int length = Math.min(piece, bytes.remaining());
        sounds += scan.take(bytes.slice(bytes.position(), length));
        bytes.position(bytes.position() + length);
      }
      assertThat(sounds).as("pieces of %d bytes", piece).isEqualTo(3);
    }
  }
}
