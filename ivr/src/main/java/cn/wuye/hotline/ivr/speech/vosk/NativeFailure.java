package cn.wuye.hotline.ivr.speech.vosk;

/** The native library refused or failed. */
final class NativeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NativeFailure(String message) {
    super(message);
  }
}
