package cn.wuye.hotline.ivr.conversation;

import cn.wuye.hotline.ivr.port.FakePhoneRinger;
import cn.wuye.hotline.ivr.port.RecordedCallLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The contract of conversations, held by the scripted caller of the dialogs' tests. */
class ScriptedConversationTest extends ConversationContract {
  @Override
  protected List<Turn> hold(List<CallerAct> acts, Consumer<Conversation> dialog) {
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
    VirtualClock clock = new VirtualClock(Instant.parse("2026-03-02T08:00:00Z"));
    Call call =
        new Call(
            new CallId("scripted-1"),
            Optional.of(new PhoneNumber("13800000001")),
            "4001234567",
            clock.instant(),
            "");
    RecordedCallLog log = new RecordedCallLog();
    FakePhoneRinger ringer = new FakePhoneRinger();
    ringer.answers(ANSWERS);
    dialog.accept(new ScriptedConversation(call, caller, log, ringer, clock));
    return log.turns();
  }
}
