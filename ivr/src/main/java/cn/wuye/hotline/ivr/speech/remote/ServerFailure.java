package cn.wuye.hotline.ivr.speech.remote;

/** A server did not come to an answer; the message says why. */
final class ServerFailure extends Exception {
  private static final long serialVersionUID = 1L;

  ServerFailure(String reason) {
    super(reason);
  }
}
