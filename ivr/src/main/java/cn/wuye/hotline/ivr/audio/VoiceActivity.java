package cn.wuye.hotline.ivr.audio;

/** Tells voice from everything else, frame by frame. One call's, used by one thread at a time. */
public interface VoiceActivity extends AutoCloseable {
  /**
   * Whether somebody speaks in this frame.
   *
   * @param frame 20 ms of sound ({@link Pcm#FRAME_BYTES} bytes); another length is no speech
   */
  boolean speech(byte[] frame);

  /** Frees what is native. Idempotent. */
  @Override
  void close();
}
