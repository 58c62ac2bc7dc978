package cn.wuye.hotline.backend.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** 8 kHz sound put together from tones and a line's quiet noise. */
public final class TestSound {
  private static final int AMPLITUDE = 6000;
  private final ByteArrayOutputStream pcm = new ByteArrayOutputStream();
  private int sample;

  /** Begins with silence. */
  public static TestSound silence(Duration length) {
    return new TestSound().pause(length);
  }

  /** A tone, loud as a voice. */
  public TestSound tone(Duration length) {
    return add(length, AMPLITUDE);
  }

  /** Quiet noise. */
  public TestSound pause(Duration length) {
    return add(length, 0);
  }

  /** What is said in a WAV file. */
  public TestSound clip(byte[] wav) throws IOException, UnsupportedAudioFileException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
      pcm.write(in.readAllBytes());
    }
    return this;
  }

  /** The samples of this sound left and of another one right, silence where one of them is over. */
  public byte[] beside(TestSound right) {
    byte[] ours = pcm.toByteArray();
    byte[] theirs = right.pcm.toByteArray();
    int bytes = Math.max(ours.length, theirs.length);
    ByteBuffer both = ByteBuffer.allocate(2 * bytes);
    for (int i = 0; i < bytes; i += 2) {
      both.put(2 * i, sample(ours, i));
      both.put(2 * i + 2, sample(theirs, i));
    }
    return both.array();
  }

  private static byte[] sample(byte[] pcm, int at) {
    return at < pcm.length ? Arrays.copyOfRange(pcm, at, at + 2) : new byte[2];
  }

  /** As a WAV file whose header is right. */
  public byte[] wav() {
    return wav(true);
  }

  /**
   * As a WAV file.
   *
   * @param closed false: as it is when its writer died
   */
  public byte[] wav(boolean closed) {
    int bytes = pcm.size();
    ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII));
    out.putInt(closed ? 36 + bytes : 0);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
    out.putInt(16).putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16000);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII));
    out.putInt(closed ? bytes : 0);
    out.put(pcm.toByteArray());
    return out.array();
  }

  private TestSound add(Duration length, int amplitude) {
    for (int i = 0; i < length.toMillis() * 8; i++, sample++) {
      int value = (sample * 7919) % 21 - 10 + (int) (amplitude * Math.sin(sample * 0.3));
      pcm.write(value);
      pcm.write(value >> 8);
    }
    return this;
  }
}
