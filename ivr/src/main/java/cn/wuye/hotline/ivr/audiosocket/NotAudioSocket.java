package cn.wuye.hotline.ivr.audiosocket;

import java.io.IOException;

/** The peer does not speak AudioSocket. */
public final class NotAudioSocket extends IOException {
  private static final long serialVersionUID = 1L;

  public NotAudioSocket(String message) {
    super(message);
  }
}
