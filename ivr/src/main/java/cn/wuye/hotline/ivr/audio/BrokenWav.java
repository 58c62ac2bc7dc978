package cn.wuye.hotline.ivr.audio;

import java.io.IOException;

/** A file that is no usable WAV; the message says what is wrong with it. */
public final class BrokenWav extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenWav(String message) {
    super(message);
  }
}
