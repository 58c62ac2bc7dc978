package cn.wuye.hotline.router.live;

import static cn.wuye.hotline.router.ami.AmiWords.text;

import cn.wuye.hotline.router.ami.AmiWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.asteriskjava.manager.event.AgentCompleteEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.jspecify.annotations.Nullable;

/**
 * Callers whom another node has sent here: the id of their call is that of their channel there, and
 * the account code of the one they have here. Asterisk gives that code to the phone that is rung
 * for them, too, so that it counts only on the channel that came. Whoever uses one guards it.
 */
public final class SentCallers {
  /** Asterisk's names for channels of the endpoint by which nodes send callers. */
  private static final String FROM_A_NODE = "PJSIP/hotline-node-";

  /** By the id of the channel here. */
  private final Map<String, String> calls = new HashMap<>();

  /** Tells who she is; nothing of a caller who reached this node herself. */
  public void joined(QueueCallerJoinEvent join) {
    put(join.getChannel(), join.getUniqueId(), join.getAccountcode());
  }

  /**
   * Only channels that exist are anybody's.
   *
   * @return the calls that they are
   */
  public Set<String> replace(List<CoreShowChannelEvent> channels) {
    calls.clear();
    channels.forEach(each -> put(each.getChannel(), each.getUniqueid(), each.getAccountcode()));
    return AmiWords.ids(channels).stream().map(this::call).collect(Collectors.toSet());
  }

  /**
   * A channel is no more.
   *
   * @return the call that it was
   */
  public String gone(@Nullable String channel) {
    String call = call(channel);
    calls.remove(text(channel));
    return call;
  }

  /** The call that a channel is; its own id unless another node has sent it. */
  public String call(@Nullable String channel) {
    return calls.getOrDefault(text(channel), text(channel));
  }

  /** Whether another node has sent the channel. */
  public boolean sent(@Nullable String channel) {
    return calls.containsKey(text(channel));
  }

  /** Asterisk tells the end of a talk after that of the channel, too, whose call is forgotten. */
  String call(AgentCompleteEvent complete) {
    return named(complete.getChannel(), complete.getAccountCode())
        ? text(complete.getAccountCode())
        : call(complete.getUniqueId());
  }

  /**
   * Whether a row is of a caller whom another node sends and of whom nothing is known yet: she came
   * after the channels were told, and the event of her joining, which names her call, follows.
   */
  boolean unknown(QueueEntryEvent entry) {
    return text(entry.getChannel()).startsWith(FROM_A_NODE) && !sent(entry.getUniqueId());
  }

  private void put(@Nullable String name, @Nullable String channel, @Nullable String call) {
    if (named(name, call)) {
      calls.put(text(channel), text(call));
    }
  }

  private static boolean named(@Nullable String name, @Nullable String call) {
    return text(name).startsWith(FROM_A_NODE) && !text(call).isEmpty();
  }
}
