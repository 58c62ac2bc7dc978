package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.Pcm;
import java.util.Arrays;

/** Cuts a prompt into frames; silence when there is none. Belongs to one thread. */
final class Player {
  private static final byte[] SILENCE = new byte[Pcm.FRAME_BYTES];
  private static final byte[] NOTHING = {};

  private byte[] pcm = NOTHING;
  private int at;

  void play(byte[] prompt) {
    pcm = prompt;
    at = 0;
  }

  void stop() {
    play(NOTHING);
  }

  /** Whether anything is left to be heard. */
  boolean playing() {
    return at < pcm.length;
  }

  /** The next 20 ms. */
  byte[] next() {
    if (!playing()) {
      return SILENCE;
    }
    byte[] frame = Arrays.copyOfRange(pcm, at, at + Pcm.FRAME_BYTES);
    at += Pcm.FRAME_BYTES;
    return frame;
  }
}
