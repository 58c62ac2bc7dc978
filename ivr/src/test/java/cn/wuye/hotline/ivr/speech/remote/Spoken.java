package cn.wuye.hotline.ivr.speech.remote;

import java.io.ByteArrayOutputStream;

/** Sound in which every 0.1 s stands for a character, so that hearing is exact. */
final class Spoken {
  private static final int CHARACTER = 1600;

  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  static byte[] of(String text) {
    byte[] pcm = new byte[CHARACTER * text.length()];
    for (int i = 0; i < text.length(); i++) {
      pcm[CHARACTER * i] = (byte) text.charAt(i);
      pcm[CHARACTER * i + 1] = (byte) (text.charAt(i) >> 8);
    }
    return pcm;
  }

  void hear(byte[] pcm) {
    heard.writeBytes(pcm);
  }

  /** All that was heard since the last {@link #forget}. */
  String text() {
    byte[] pcm = heard.toByteArray();
    StringBuilder text = new StringBuilder();
    for (int at = 0; at + CHARACTER <= pcm.length; at += CHARACTER) {
      text.append((char) ((pcm[at] & 0xff) | (pcm[at + 1] & 0xff) << 8));
    }
    return text.toString();
  }

  void forget() {
    heard.reset();
  }
}
