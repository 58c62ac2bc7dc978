package cn.wuye.hotline.ivr.audiosocket;

/** Told of what comes in by a stream, on the thread that reads it; must return quickly. */
public interface AudioListener {
  /**
   * Sound came.
   *
   * @param pcm 8 kHz 16-bit little-endian mono, usually 320 bytes (20 ms); the listener may keep it
   */
  void audio(byte[] pcm);

  /** A key was pressed: {@code 0-9 * # A-D}. */
  void key(char digit);

  /** Nothing more comes. Called exactly once. */
  void ended(String how);
}
