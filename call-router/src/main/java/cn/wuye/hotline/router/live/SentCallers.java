package cn.wuye.hotline.router.live;

import static cn.wuye.hotline.router.ami.AmiWords.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.jspecify.annotations.Nullable;

/**
 * Callers whom another node has sent here: the id of their call is that of their channel there, and
 * the account code of the one they have here. Asterisk gives that code to the phone that is rung
 * for them, too, so that it counts only on the channel that came. Guarded by {@link LiveQueues}.
 */
final class SentCallers {
  /** Asterisk's names for channels of the endpoint by which nodes send callers. */
  private static final String FROM_A_NODE = "PJSIP/hotline-node-";

  /** By the id of the channel here. */
  private final Map<String, String> calls = new HashMap<>();

  void joined(QueueCallerJoinEvent join) {
    put(join.getChannel(), join.getUniqueId(), join.getAccountcode());
  }

  /** Only channels that exist are anybody's. */
  void replace(List<CoreShowChannelEvent> channels) {
    calls.clear();
    channels.forEach(each -> put(each.getChannel(), each.getUniqueid(), each.getAccountcode()));
  }

  void gone(@Nullable String channel) {
    calls.remove(text(channel));
  }

  /** The call that a channel is; its own id unless another node has sent it. */
  String call(@Nullable String channel) {
    return calls.getOrDefault(text(channel), text(channel));
  }

  private void put(@Nullable String name, @Nullable String channel, @Nullable String call) {
    if (text(name).startsWith(FROM_A_NODE) && !text(call).isEmpty()) {
      calls.put(text(channel), text(call));
    }
  }
}
