package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.backend.queue.LastAgents;
import cn.wuye.hotline.backend.queue.callback.Place;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/** What the database keeps of callers: asked by calls, which do not wait for it. */
interface Kept {
  /**
   * What is known of a number that begins to wait.
   *
   * @param waitsSince when she began, where a call-back has kept her place
   * @param callBackActive whether a call-back for her is being rung right now
   * @param lastTalk who talked with her last
   */
  record Known(
      boolean older,
      Optional<Instant> waitsSince,
      boolean callBackActive,
      Optional<LastAgents.Talk> lastTalk) {
    static final Known NOTHING = new Known(false, Optional.empty(), false, Optional.empty());
  }

  /** {@link Known#NOTHING} also while the database is away. */
  Known of(PhoneNumber number);

  /** Keeps a call-back; false when that is not possible. */
  boolean callBack(Place place);

  /** Somebody gave up waiting; noted as far as that is possible. */
  void gaveUp(Place place, boolean phonesBack);

  /** They have talked; noted as far as that is possible. */
  void talked(PhoneNumber number, String agent);
}
