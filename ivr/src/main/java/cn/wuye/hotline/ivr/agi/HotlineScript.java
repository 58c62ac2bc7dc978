package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.port.CallsNow;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens with every call that Asterisk brings, from its first AGI command to its last. */
final class HotlineScript implements AgiScript {
  private static final Logger LOG = LoggerFactory.getLogger(HotlineScript.class);

  private final SoundingCall calling;
  private final CallsNow now;
  private final ScriptCalls calls = new ScriptCalls();

  /**
   * @param now follows what callers say; must return at once
   */
  HotlineScript(SoundingCall calling, CallsNow now) {
    this.calling = calling;
    this.now = now;
  }

  /** Calls in progress. */
  int calls() {
    return calls.count();
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) {
    ScriptCalls.read(request, calling.parts().clock(), "Asterisk goes on alone")
        .ifPresent(call -> calls.hold(call, () -> hold(call, channel)));
  }

  private void hold(Call call, AgiChannel channel) {
    LOG.info("call {} from {}", call.id(), call.caller().map(Object::toString).orElse("unknown"));
    // Model, voice and words stay the same for the whole call, whatever is changed meanwhile.
    calling.hold(call, new AgiLine(channel), calling.parts().holdings().get(), now);
  }
}
