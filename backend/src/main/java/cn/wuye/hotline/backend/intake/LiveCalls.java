package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls that this process is talking with now. */
final class LiveCalls {
  private final Set<CallId> calls = ConcurrentHashMap.newKeySet();

  void begin(CallId call) {
    calls.add(call);
  }

  void end(CallId call) {
    calls.remove(call);
  }

  boolean contains(CallId call) {
    return calls.contains(call);
  }

  int count() {
    return calls.size();
  }
}
