package cn.wuye.hotline.ivr.prompt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * WAV as voices and operators make it: PCM of 16, 24 or 32 bits or of floating point, of any rate
 * and number of channels.
 */
public final class WavSound {
  private static final int PCM = 1;
  private static final int FLOAT = 3;
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
    int bits = 0;
    boolean floating = false;
    int at = 12;
    while (at + 8 <= wav.length) {
      long length = in.getInt(at + 4) & 0xffffffffL;
      int body = at + 8;
      if (id(wav, at).equals("fmt ") && body + 16 <= wav.length) {
        int coding = in.getShort(body) & 0xffff;
        if (coding == EXTENSIBLE && body + 26 <= wav.length) {
          coding = in.getShort(body + 24) & 0xffff;
        }
        channels = in.getShort(body + 2);
        rate = in.getInt(body + 4);
        bits = in.getShort(body + 14);
        floating = coding == FLOAT;
        boolean known = floating ? bits == 32 : coding == PCM && bits % 8 == 0;
        if (!known || bits < 16 || bits > 32) {
          throw new IOException("not PCM of 16 to 32 bits");
        }
      } else if (id(wav, at).equals("data") && channels > 0 && rate >= 4000 && rate <= 192_000) {
        int present = (int) Math.min(length, wav.length - body);
        return mono(in, body, present, new Format(channels, rate, bits, floating));
      }
      at = (int) Math.min(wav.length, body + length + length % 2);
    }
    throw new IOException("no sound in it");
  }

  private record Format(int channels, int rate, int bits, boolean floating) {
    int bytes() {
      return bits / 8;
    }

    /** Full scale is 1. */
    float sample(ByteBuffer in, int at) {
      return switch (bits) {
        case 16 -> in.getShort(at) / 32768f;
        case 24 -> ((in.get(at + 2) << 16) | (in.getShort(at) & 0xffff)) / 8_388_608f;
        default -> floating ? in.getFloat(at) : in.getInt(at) / 2_147_483_648f;
      };
    }
  }

  private static Sound mono(ByteBuffer in, int from, int length, Format format) {
    int frame = format.bytes() * format.channels;
    float[] samples = new float[length / frame];
    for (int i = 0; i < samples.length; i++) {
      float sum = 0;
      for (int channel = 0; channel < format.channels; channel++) {
        sum += format.sample(in, from + i * frame + channel * format.bytes());
      }
      samples[i] = sum / format.channels;
    }
    return new Sound(samples, format.rate);
  }

  private static String id(byte[] wav, int at) {
    return new String(wav, at, 4, StandardCharsets.ISO_8859_1);
  }

  /** A WAV of 8 kHz, 16 bit, mono. */
  public static byte[] write(byte[] pcm) {
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
