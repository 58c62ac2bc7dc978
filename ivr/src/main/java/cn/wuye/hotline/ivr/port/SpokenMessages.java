package cn.wuye.hotline.ivr.port;

import java.util.Optional;

/** Messages that people are phoned for. Implemented by the backend, which has them phoned. */
@FunctionalInterface
public interface SpokenMessages {
  /**
   * The message that a call was made for.
   *
   * @param id as it came with the call
   * @return empty when nobody waits for what becomes of it (any more): the call is ended
   */
  Optional<SpokenMessage> find(String id);
}
