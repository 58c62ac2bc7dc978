package cn.wuye.hotline.ivr.evaluation;

import cn.wuye.hotline.ivr.audio.Pcm;

/** What a telephone line leaves of sound: G.711 A-law and back. */
final class ALaw {
  private static final int CLIP = 32_635;

  private ALaw() {}

  /** The same 8 kHz 16-bit sound as it comes out of the line. */
  static byte[] thereAndBack(byte[] pcm) {
    short[] samples = Pcm.samples(pcm);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = step(samples[i]);
    }
    return Pcm.bytes(samples);
  }

  /** The middle of the sample's step: 16 steps in each of eight segments, twice as wide each. */
  private static short step(short sample) {
    boolean positive = sample >= 0;
    int level = Math.min(CLIP, positive ? sample : -sample - 1) >> 3;
    int exponent = level < 32 ? 0 : 31 - Integer.numberOfLeadingZeros(level) - 4;
    int width = 1 << Math.max(1, exponent);
    int middle = level / width * width * 8 + width * 4;
    return (short) (positive ? middle : -middle);
  }
}
