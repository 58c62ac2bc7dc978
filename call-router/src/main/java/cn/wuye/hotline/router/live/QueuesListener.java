package cn.wuye.hotline.router.live;

import cn.wuye.hotline.router.ami.BlindSpan;
import java.time.Instant;
import java.util.Optional;

/** A port: told on the thread of the AMI events and in order; must return quickly. */
public interface QueuesListener {
  /**
   * After the state has taken it in.
   *
   * @param at Asterisk's own moment, to the millisecond
   */
  default void happened(QueueHappening happening, Instant at) {}

  /**
   * The whole state was taken anew; what was known before is void.
   *
   * @param blind since when nothing was seen; empty at the first login
   */
  default void replaced(QueuesNow now, Optional<BlindSpan> blind) {}

  /** Nothing more is seen until the next {@link #replaced}. */
  default void lost() {}
}
