package cn.wuye.hotline.backend.intake.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * A WAV file as Asterisk writes it: PCM, 16 bit, mono; of a talk ({@link TalkFile}) stereo. Its
 * writer completes the header when it closes the file; when it died first, the header says less
 * than there is.
 *
 * @param channels 1 or 2
 * @param dataAt where the samples begin
 * @param dataBytes how many bytes of samples there really are, an even number
 * @param headerRight whether the header says so too
 */
public record Wav(
    int samplesPerSecond, int channels, long dataAt, long dataBytes, boolean headerRight) {
  private static final int RIFF = 0x46464952;
  private static final int WAVE = 0x45564157;
  private static final int FMT = 0x20746d66;
  private static final int DATA = 0x61746164;
  private static final int LONGEST_HEADER = 4096;

  /**
   * Reads the header.
   *
   * @throws BrokenSoundException when it is not a WAV file of this kind
   */
  public static Wav inspect(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return inspect(channel);
    }
  }

  /** How long it sounds. */
  public Duration length() {
    return Duration.ofMillis(dataBytes * 1000 / (2L * channels * samplesPerSecond));
  }

  /** Makes the header say what there is. */
  public static Wav repair(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Wav found = inspect(channel);
      if (found.headerRight) {
        return found;
      }
      channel.truncate(found.dataAt + found.dataBytes);
      putInt(channel, 4, found.dataAt + found.dataBytes - 8);
      putInt(channel, found.dataAt - 4, found.dataBytes);
      channel.force(false);
      return new Wav(found.samplesPerSecond, found.channels, found.dataAt, found.dataBytes, true);
    }
  }

  private static Wav inspect(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer header =
        ByteBuffer.allocate((int) Math.min(size, LONGEST_HEADER)).order(ByteOrder.LITTLE_ENDIAN);
    while (header.hasRemaining() && channel.read(header, header.position()) >= 0) {
      // Reads on until the header is full; a file may not grow shorter meanwhile.
    }
    header.flip();
    if (header.remaining() < 12 || header.getInt() != RIFF) {
      throw new BrokenSoundException("not a WAV file (" + size + " bytes, no RIFF header)");
    }
    int riffBytes = header.getInt();
    if (header.getInt() != WAVE) {
      throw new BrokenSoundException("a RIFF file, but not WAVE");
    }
    Optional<Format> format = Optional.empty();
    while (header.remaining() >= 8) {
      int chunk = header.getInt();
      int bytes = header.getInt();
      if (chunk == DATA) {
        return data(
            size,
            header.position(),
            format.orElseThrow(
                () -> new BrokenSoundException("a WAV file that does not tell its format")),
            riffBytes,
            bytes);
      }
      if (bytes < 0 || bytes > header.remaining()) {
        break;
      }
      if (chunk == FMT) {
        format = Optional.of(format(header.slice().order(ByteOrder.LITTLE_ENDIAN)));
      }
      header.position(header.position() + bytes + (bytes & 1));
    }
    throw new BrokenSoundException("a WAV file without samples (" + size + " bytes)");
  }

  private record Format(int rate, int channels) {}

  private static Wav data(long size, int at, Format format, int riffBytes, int dataBytes) {
    long frame = 2L * format.channels();
    long real = (size - at) / frame * frame;
    boolean right = dataBytes == real && riffBytes == at + real - 8;
    return new Wav(format.rate(), format.channels(), at, real, right);
  }

  private static Format format(ByteBuffer format) throws BrokenSoundException {
    if (format.remaining() < 16) {
      throw new BrokenSoundException("a WAV file with a short format chunk");
    }
    int coding = format.getShort();
    int channels = format.getShort();
    int rate = format.getInt();
    int bits = format.getShort(14);
    if (coding != 1 || channels < 1 || channels > 2 || bits != 16 || rate < 4000 || rate > 48_000) {
      throw new BrokenSoundException(
          "not 16-bit PCM: coding %d, %d channels, %d bits, %d Hz"
              .formatted(coding, channels, bits, rate));
    }
    return new Format(rate, channels);
  }

  private static void putInt(FileChannel channel, long at, long value) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value);
    bytes.flip();
    while (bytes.hasRemaining()) {
      channel.write(bytes, at + bytes.position());
    }
  }
}
