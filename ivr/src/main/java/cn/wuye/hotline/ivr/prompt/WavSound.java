package cn.wuye.hotline.ivr.prompt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV as voices and operators make it: 16 bit PCM of any rate and number of channels. */
final class WavSound {
  private static final int PCM = 1;
  private static final int EXTENSIBLE = 0xfffe;

  private WavSound() {}

  /**
   * The sound of a WAV. A data chunk that claims to be longer than the bytes, as a stream's does,
   * is what there is.
   *
   * @throws IOException when it is no WAV of that kind
   */
  static Sound read(byte[] wav) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    if (wav.length < 12 || !id(wav, 0).equals("RIFF") || !id(wav, 8).equals("WAVE")) {
      throw new IOException("not a WAV file");
    }
    int channels = 0;
    int rate = 0;
    int at = 12;
    while (at + 8 <= wav.length) {
      long length = in.getInt(at + 4) & 0xffffffffL;
      int body = at + 8;
      if (id(wav, at).equals("fmt ") && body + 16 <= wav.length) {
        int coding = in.getShort(body) & 0xffff;
        channels = in.getShort(body + 2);
        rate = in.getInt(body + 4);
        if ((coding != PCM && coding != EXTENSIBLE) || in.getShort(body + 14) != 16) {
          throw new IOException("not 16 bit PCM");
        }
      } else if (id(wav, at).equals("data") && channels > 0 && rate >= 4000 && rate <= 192_000) {
        return mono(in, body, (int) Math.min(length, wav.length - body), channels, rate);
      }
      at = (int) Math.min(wav.length, body + length + length % 2);
    }
    throw new IOException("no sound in it");
  }

  private static Sound mono(ByteBuffer in, int from, int length, int channels, int rate) {
    float[] samples = new float[length / (2 * channels)];
    for (int i = 0; i < samples.length; i++) {
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += in.getShort(from + 2 * (i * channels + channel)) / 32768f;
      }
      samples[i] = sum / channels;
    }
    return new Sound(samples, rate);
  }

  private static String id(byte[] wav, int at) {
    return new String(wav, at, 4, StandardCharsets.ISO_8859_1);
  }

  /** A WAV of 8 kHz, 16 bit, mono. */
  static byte[] write(byte[] pcm) {
    ByteBuffer out = ByteBuffer.allocate(44 + pcm.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(36 + pcm.length);
    out.put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(16);
    out.putShort((short) PCM).putShort((short) 1);
    out.putInt(Sound.TELEPHONE).putInt(2 * Sound.TELEPHONE);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.ISO_8859_1)).putInt(pcm.length);
    return out.put(pcm).array();
  }
}
