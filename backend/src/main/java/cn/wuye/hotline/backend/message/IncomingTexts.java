package cn.wuye.hotline.backend.message;

/** Takes what people send by SMS. Implemented by whoever understands it. */
public interface IncomingTexts {
  /**
   * Takes it: on return it is kept, and told once more it changes nothing.
   *
   * @throws org.springframework.dao.DataAccessException when it could not be kept; the provider has
   *     to tell it again
   */
  void take(IncomingText text);
}
