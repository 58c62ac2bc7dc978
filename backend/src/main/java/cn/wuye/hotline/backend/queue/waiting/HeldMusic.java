package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.ivr.music.MusicFolder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The pieces beside Asterisk. Until they are all there, callers hear a ringing tone. */
final class HeldMusic {
  private final MusicFolder folder;
  private volatile boolean ready;

  HeldMusic(MusicFolder folder) {
    this.folder = folder;
  }

  /** Makes what is missing or broken. */
  void fill() {
    try {
      folder.fill();
    } catch (IOException e) {
      ready = false;
      throw new UncheckedIOException("callers hear a ringing tone instead of music", e);
    }
    ready = true;
  }

  boolean ready() {
    return ready;
  }
}
