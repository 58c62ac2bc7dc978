package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import java.util.concurrent.atomic.AtomicInteger;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What happens with every call that Asterisk brings, from its first AGI command to its last. */
final class HotlineScript implements AgiScript {
  private static final Logger LOG = LoggerFactory.getLogger(HotlineScript.class);

  private final SoundingCall calling;
  private final AtomicInteger calls = new AtomicInteger();

  HotlineScript(SoundingCall calling) {
    this.calling = calling;
  }

  /** Calls in progress. */
  int calls() {
    return calls.get();
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) {
    Call call;
    try {
      call = CallRequest.read(request, calling.parts().clock().instant());
    } catch (IllegalArgumentException e) {
      LOG.warn("FastAGI: {}; Asterisk goes on alone", e.getMessage());
      return;
    }
    calls.incrementAndGet();
    MDC.put("call", call.id().value());
    try {
      LOG.info("call {} from {}", call.id(), call.caller().map(Object::toString).orElse("unknown"));
      // Model, voice and words stay the same for the whole call, whatever is changed meanwhile.
      calling.hold(call, new AgiLine(channel), calling.parts().holdings().get());
    } finally {
      // The thread is the call's own: what others added goes, too.
      MDC.clear();
      calls.decrementAndGet();
    }
  }
}
