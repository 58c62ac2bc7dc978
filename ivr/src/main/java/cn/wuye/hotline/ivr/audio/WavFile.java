package cn.wuye.hotline.ivr.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** WAV files of telephone sound: 8 kHz, 16 bit, mono PCM; nothing else. */
public final class WavFile {
  private static final int CHUNK_HEADER = 8;

  private WavFile() {}

  /**
   * The sound of a file. A data chunk that is longer than the file (its writer died) gives what is
   * there.
   *
   * @throws BrokenWav when it is no WAV, or not 8 kHz 16-bit mono
   */
  public static byte[] read(Path file) throws IOException {
    try {
      return parse(Files.readAllBytes(file));
    } catch (BrokenWav e) {
      throw new BrokenWav(file.getFileName() + ": " + e.getMessage());
    }
  }

  /**
   * The sound of a file's bytes.
   *
   * @throws BrokenWav when it is no WAV, or not 8 kHz 16-bit mono
   */
  public static byte[] parse(byte[] bytes) throws BrokenWav {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 12 || !id(in, 0).equals("RIFF") || !id(in, 8).equals("WAVE")) {
      throw new BrokenWav("not a WAV file");
    }
    boolean formatSeen = false;
    int at = 12;
    while (at + CHUNK_HEADER <= bytes.length) {
      String id = id(in, at);
      long length = in.getInt(at + 4) & 0xffffffffL;
      int body = at + CHUNK_HEADER;
      if (id.equals("fmt ")) {
        checkFormat(in, body, length);
        formatSeen = true;
      } else if (id.equals("data")) {
        if (!formatSeen) {
          throw new BrokenWav("no format before the sound");
        }
        int end = (int) Math.min(bytes.length, body + length);
        return Arrays.copyOfRange(bytes, body, end - (end - body) % 2);
      }
      at = (int) Math.min(bytes.length, body + length + length % 2);
    }
    throw new BrokenWav("no sound in it");
  }

  private static void checkFormat(ByteBuffer in, int at, long length) throws BrokenWav {
    if (length < 16 || at + 16 > in.capacity()) {
      throw new BrokenWav("its format is cut off");
    }
    int coding = in.getShort(at);
    int channels = in.getShort(at + 2);
    int rate = in.getInt(at + 4);
    int bits = in.getShort(at + 14);
    if (coding != 1 || channels != 1 || rate != Pcm.RATE || bits != 16) {
      throw new BrokenWav(
          "wants 8000 Hz 16 bit mono PCM, is %d Hz %d bit with %d channels, coding %d"
              .formatted(rate, bits, channels, coding));
    }
  }

  private static String id(ByteBuffer in, int at) {
    return new String(in.array(), at, 4, StandardCharsets.ISO_8859_1);
  }
}
