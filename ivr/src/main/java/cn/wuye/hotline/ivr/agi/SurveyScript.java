package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.port.CallsNow;
import cn.wuye.hotline.ivr.port.SurveyCall;
import java.util.Optional;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens with a call that a resident has answered: it is recorded, and she is asked about her
 * ticket. Where she cannot be, Asterisk says a short message: she is phoned again.
 */
final class SurveyScript implements AgiScript {
  /** The name by which the dialplan calls it. */
  static final String NAME = "survey";

  private static final Logger LOG = LoggerFactory.getLogger(SurveyScript.class);

  /** What Asterisk says of whom it takes for a person. */
  private static final String HUMAN = "HUMAN";

  private static final int AMD_STATUS = 1;
  private static final int SPOOLED = 2;

  private final SoundingCall calling;
  private final SurveyTalks talks;
  private final ScriptCalls calls = new ScriptCalls();

  SurveyScript(SoundingCall calling, SurveyTalks talks) {
    this.calling = calling;
    this.talks = talks;
  }

  /** Calls in progress. */
  int calls() {
    return calls.count();
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) {
    ScriptCalls.read(request, calling.parts().clock(), "the call ends with a short message")
        .ifPresent(call -> service(call, request, channel));
  }

  private void service(Call call, AgiRequest request, AgiChannel channel) {
    // What is the SIP Call-ID of calls that come in is the survey's id here.
    Optional<SurveyCall> survey = talks.calls().find(call.sipCallId());
    if (survey.isEmpty()) {
      LOG.info("call {}: nobody waits for survey {} any more", call.id(), call.sipCallId());
      return;
    }
    calls.hold(call, () -> service(call, new AgiLine(channel), survey.get(), request));
  }

  private void service(Call call, AgiLine agi, SurveyCall survey, AgiRequest request) {
    try {
      ask(call, agi, survey, request);
    } catch (HangUp gone) {
      LOG.info("call {}: hung up before she could be asked", call.id());
    } catch (RuntimeException e) {
      LOG.error("call {} broke before she could be asked", call.id(), e);
    } finally {
      survey.ended();
    }
  }

  private void ask(Call call, AgiLine agi, SurveyCall survey, AgiRequest request) {
    String who = argument(request, AMD_STATUS);
    LOG.info("call {}: survey {} was answered ({})", call.id(), call.sipCallId(), who);
    record(call, agi, argument(request, SPOOLED));
    SurveyCall asked = HUMAN.equals(who) ? survey : new DoubtedCall(survey);
    calling.hold(call, agi, talks.holding().apply(asked), CallsNow.NONE);
  }

  /**
   * A call that cannot be recorded is held all the same: her answers are kept as she gives them.
   */
  private static void record(Call call, AgiLine agi, String spooled) {
    if (spooled.isEmpty()) {
      return;
    }
    try {
      agi.exec("MixMonitor", spooled + ".wav", "r(" + spooled + "-caller.wav)");
    } catch (IllegalStateException refused) {
      LOG.error("call {} is not recorded", call.id(), refused);
    }
  }

  private static String argument(AgiRequest request, int index) {
    String[] arguments = request.getArguments();
    return arguments != null && arguments.length > index && arguments[index] != null
        ? arguments[index]
        : "";
  }
}
