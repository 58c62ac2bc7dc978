package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.CallLog;
import cn.wuye.hotline.ivr.port.CallsNow;
import cn.wuye.hotline.ivr.port.SpokenMessage;
import java.util.List;
import java.util.Optional;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens with a call out once it is answered: a message is read. By plain AGI, which hears
 * keys and nothing else: whoever answers says "喂", and that must not cut the message short.
 */
final class MessageScript implements AgiScript {
  /** The name by which the dialplan calls it. */
  static final String NAME = "message";

  private static final Logger LOG = LoggerFactory.getLogger(MessageScript.class);
  private static final EmergencySpotter DEAF =
      new EmergencySpotter(List::of, text -> Optional.empty());

  private final TelephoneSettings settings;
  private final TelephoneParts parts;
  private final MessageCalls messages;
  private final ScriptCalls calls = new ScriptCalls();

  MessageScript(TelephoneSettings settings, TelephoneParts parts, MessageCalls messages) {
    this.settings = settings;
    this.parts = parts;
    this.messages = messages;
  }

  /** Calls in progress. */
  int calls() {
    return calls.count();
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) {
    ScriptCalls.read(request, parts.clock(), "the call ends")
        .ifPresent(call -> service(call, channel));
  }

  private void service(Call call, AgiChannel channel) {
    // What is the SIP Call-ID of calls that come in is the message's id here.
    Optional<SpokenMessage> message = messages.messages().find(call.sipCallId());
    if (message.isEmpty()) {
      LOG.info("call {}: nobody waits for message {} any more", call.id(), call.sipCallId());
      return;
    }
    calls.hold(call, () -> service(call, new AgiLine(channel), message.get()));
  }

  private void service(Call call, AgiLine agi, SpokenMessage message) {
    try {
      read(call, agi, message);
    } catch (RuntimeException e) {
      LOG.error("call {} broke while a message was read; the call ends", call.id(), e);
    } finally {
      message.ended();
    }
  }

  private void read(Call call, AgiLine agi, SpokenMessage message) {
    CallTime time = new CallTime(call.answeredAt(), parts.clock(), System::nanoTime);
    try (CallSpotter spotter = new CallSpotter(parts.recognizer(), DEAF);
        PassingWords prompts =
            new PassingWords(
                parts.prompts(),
                message.words(),
                settings.scratch().resolve("message-" + call.id() + ".wav"))) {
      CallContext context =
          new CallContext(
              call,
              agi,
              time,
              new TurnReport(new Unkept(), call.id()),
              spotter,
              new SpokenNow(call, CallsNow.NONE),
              parts.saying(prompts),
              settings);
      messages
          .reader()
          .read(
              new TelephoneConversation(
                  context, MediumSource.withoutSound(context), new AgiTalk(context), dialect -> {}),
              message);
    }
  }

  /** Nothing is said in such a call that a complaint could be made of. */
  private static final class Unkept implements CallLog {
    @Override
    public void started(Call call) {}

    @Override
    public void turn(CallId call, Turn turn) {
      LOG.debug("call {}: {} {} {}", call, turn.who(), turn.kind(), turn.key());
    }

    @Override
    public void ended(CallId call) {}
  }
}
