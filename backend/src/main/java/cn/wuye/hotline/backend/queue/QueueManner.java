package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.router.queue.OpeningHours;

/**
 * How a queue is run, besides what Asterisk has to know.
 *
 * @param homeNode the node that places its call-backs first; empty for any
 * @param phonesBack whether who gives up waiting is phoned back without having asked
 */
public record QueueManner(OpeningHours hours, String homeNode, Hands hands, boolean phonesBack) {
  /** Always open, nothing by hand. */
  public static final QueueManner PLAIN =
      new QueueManner(OpeningHours.always(), "", Hands.NONE, false);
}
