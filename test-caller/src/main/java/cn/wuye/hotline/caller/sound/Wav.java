package cn.wuye.hotline.caller.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what was heard, for people who want to listen to it themselves. */
public final class Wav {
  private static final int HEADER = 44;
  private static final int RATE = 8000;

  private Wav() {}

  /** Writes 8 kHz 16-bit mono. */
  public static void write(Path file, short[] samples) throws IOException {
    int bytes = samples.length * 2;
    ByteBuffer wav = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + bytes);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    for (short sample : samples) {
      wav.putShort(sample);
    }
    Files.write(file, wav.array());
  }
}
