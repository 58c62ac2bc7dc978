package cn.wuye.hotline.backend.message.voice;

/** The telephone of this node, as far as messages need it. Implemented by whoever has one. */
public interface Telephone {
  /** Whether a call has a chance now. */
  boolean ready();

  /**
   * Phones somebody and has a message read. Waits until the call is over, for the ringing time and
   * 3 min at most; never throws.
   */
  CallEnd phone(VoiceCall call);
}
