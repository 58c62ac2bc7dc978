package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.router.callback.CallBackCalls;
import cn.wuye.hotline.router.queue.CallBack;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call-back as it is kept.
 *
 * @param placed how often it was put into its queue
 * @param node which node is at it; empty while none is
 * @param agent extension of who answered it last; empty for nobody
 * @param endedAt null while something is still to be done
 */
public record StoredCallBack(
    long id,
    Place place,
    CallBack callBack,
    Cause cause,
    int placed,
    String node,
    String agent,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /** The channel that stands for it in its queue, each time another. */
  String channel() {
    return CallBackCalls.PREFIX + id + "-" + placed;
  }
}
