package cn.wuye.hotline.ivr.conversation;

import cn.wuye.hotline.ivr.port.FakePhoneRinger;
import cn.wuye.hotline.ivr.port.RecordedCallLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The scripted caller keeps the same contract as the telephone. */
class ScriptedConversationTest extends ConversationContract {
  @Override
  protected List<Turn> hold(List<CallerAct> acts, Consumer<Conversation> dialog) {
    RecordedCallLog log = new RecordedCallLog();
    FakePhoneRinger phones = new FakePhoneRinger();
    phones.answers(ANSWERS);
    VirtualClock clock = new VirtualClock(Instant.parse("2026-01-05T08:00:00Z"));
    Call call = new Call(new CallId("test-1"), Optional.empty(), "4001234567", clock.instant(), "");
    dialog.accept(new ScriptedConversation(call, scripted(acts), log, phones, clock));
    return log.turns();
  }

  private static ScriptedCaller scripted(List<CallerAct> acts) {
    ScriptedCaller caller = new ScriptedCaller();
    for (CallerAct act : acts) {
      if (act instanceof CallerAct.Hears hears) {
        caller.hears(hears.key());
      } else if (act instanceof CallerAct.Says says) {
        caller.says(says.text());
      } else if (act instanceof CallerAct.Presses presses) {
        caller.presses(presses.keys());
      } else if (act instanceof CallerAct.SaysAndHangsUp says) {
        caller.hangsUpSaying(says.text());
      } else {
        caller.hangsUp();
      }
    }
    return caller;
  }
}
