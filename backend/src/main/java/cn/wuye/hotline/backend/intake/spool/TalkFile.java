package cn.wuye.hotline.backend.intake.spool;

import cn.wuye.hotline.backend.files.DurableFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The sound of a talk as Asterisk writes it: 8 kHz, 16 bit, two channels in turn, no header. It is
 * made a WAV file in its place.
 */
public final class TalkFile {
  private static final int RATE = 8000;
  private static final int CHANNELS = 2;
  private static final int FRAME = 2 * CHANNELS;
  private static final int HEADER = 44;

  private TalkFile() {}

  /**
   * Puts a header in front of the samples; does nothing to a file that has one.
   *
   * @return what it holds then
   */
  public static Wav asWav(Path file) throws IOException {
    if (!beginsWithHeader(file)) {
      // Its name is none that the spool knows: left by a crash, it is written over the next time.
      Path next = file.resolveSibling(file.getFileName() + ".next");
      try (OutputStream out = Files.newOutputStream(next)) {
        out.write(header(Files.size(file) / FRAME * FRAME));
        Files.copy(file, out);
      }
      Files.setLastModifiedTime(next, Files.getLastModifiedTime(file));
      DurableFiles.move(next, file);
    }
    return Wav.repair(file);
  }

  private static boolean beginsWithHeader(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(4), StandardCharsets.US_ASCII).equals("RIFF");
    }
  }

  private static byte[] header(long dataBytes) {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt((int) (HEADER - 8 + dataBytes));
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) CHANNELS).putInt(RATE).putInt(RATE * FRAME);
    header.putShort((short) FRAME).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) dataBytes);
    return header.array();
  }
}
