package cn.wuye.hotline.backend.intake.spool;

import cn.wuye.hotline.backend.files.DurableFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
  /** The channel of the agents' side, left. */
  public static final int AGENT = 0;

  /** The channel of the caller's side, right. */
  public static final int CALLER = 1;

  private static final int RATE = 8000;
  private static final int CHANNELS = 2;
  private static final int SAMPLE = 2;
  private static final int FRAME = SAMPLE * CHANNELS;
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
        out.write(header(RATE, CHANNELS, Files.size(file) / FRAME * FRAME));
        Files.copy(file, out);
      }
      Files.setLastModifiedTime(next, Files.getLastModifiedTime(file));
      DurableFiles.move(next, file);
    }
    return Wav.repair(file);
  }

  /**
   * Takes one side out of a talk.
   *
   * @param talk a WAV file of two channels
   * @param channel {@link #AGENT} or {@link #CALLER}
   * @param side made, or written over: a WAV file with that channel alone
   * @throws BrokenSoundException when it is no sound of two channels
   */
  public static void takeSide(Path talk, int channel, Path side) throws IOException {
    Wav wav = Wav.inspect(talk);
    if (wav.channels() != CHANNELS) {
      throw new BrokenSoundException("a talk without two sides: " + wav.channels() + " channel");
    }
    long frames = wav.dataBytes() / FRAME;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(talk), 1 << 16);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(side), 1 << 16)) {
      out.write(header(wav.samplesPerSecond(), 1, frames * SAMPLE));
      in.skipNBytes(wav.dataAt());
      byte[] frame = new byte[FRAME];
      for (long left = frames; left > 0 && in.readNBytes(frame, 0, FRAME) == FRAME; left--) {
        out.write(frame, channel * SAMPLE, SAMPLE);
      }
    }
  }

  private static boolean beginsWithHeader(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(4), StandardCharsets.US_ASCII).equals("RIFF");
    }
  }

  private static byte[] header(int rate, int channels, long dataBytes) {
    int frame = SAMPLE * channels;
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt((int) (HEADER - 8 + dataBytes));
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) channels).putInt(rate).putInt(rate * frame);
    header.putShort((short) frame).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) dataBytes);
    return header.array();
  }
}
