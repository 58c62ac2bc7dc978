package cn.wuye.hotline.backend.message;

import java.net.URI;

/** Where systems of companies with a contract are told. Implemented by whoever keeps them. */
public interface Webhooks {
  /** Where this company's system is told now. Asked before each attempt. */
  Where target(String company);

  /** Whether there is a way. */
  sealed interface Where {}

  /**
   * There is.
   *
   * @param key signs what is sent; never shown
   */
  record There(URI address, byte[] key) implements Where {
    @Override
    public String toString() {
      return "There[" + address.getHost() + "]";
    }
  }

  /** There is none, or it is not allowed. */
  record Nowhere(String why) implements Where {}
}
