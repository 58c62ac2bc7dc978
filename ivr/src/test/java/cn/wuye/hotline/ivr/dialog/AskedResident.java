package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.conversation.ScriptedConversation;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.VirtualClock;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.FakePersonQueues;
import cn.wuye.hotline.ivr.port.FakePhoneRinger;
import cn.wuye.hotline.ivr.port.FakeSurvey;
import cn.wuye.hotline.ivr.port.FakeTicketDesk;
import cn.wuye.hotline.ivr.port.RecordedCallLog;
import cn.wuye.hotline.ivr.wording.Wording;
import java.time.Instant;
import java.util.Optional;

/** A resident who is phoned and asked; each test writes her part. */
abstract class AskedResident {
  /** Monday 2026-01-05, 10:00 in Shanghai: in the hours of the service desk. */
  static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

  static final PhoneNumber HER_NUMBER = new PhoneNumber("13800000001");

  private static final Wording WORDING = Wording.shipped("安居物业");

  final RecordedCallLog log = new RecordedCallLog();
  final FakeTicketDesk desk = new FakeTicketDesk();
  final FakePhoneRinger phones = new FakePhoneRinger();
  final FakePersonQueues queues = new FakePersonQueues(new VirtualClock(NOW));
  final FakeSurvey survey = new FakeSurvey();
  private final CallId call;

  AskedResident(CallId call) {
    this.call = call;
  }

  static ScriptedCaller she() {
    return new ScriptedCaller();
  }

  /** What was said to her last. */
  String last() {
    return log.turns().stream()
        .filter(turn -> turn.kind() == Turn.Kind.SAID)
        .map(Turn::text)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** The conversation as the dialog has it. */
  Conversation heard(ScriptedConversation conversation) {
    return conversation;
  }

  /** She is phoned, and follows her part to its end. */
  void phone(ScriptedCaller callee) {
    VirtualClock clock = new VirtualClock(NOW);
    Call placed = new Call(call, Optional.of(HER_NUMBER), "4001234567", clock.instant(), "");
    ScriptedConversation conversation =
        new ScriptedConversation(placed, callee, log, phones, clock);
    conversation.waiting(queues.ends());
    new SurveyDialog(desk, new FakeDirectory(), queues, clock)
        .run(heard(conversation), survey, WORDING);
    if (!callee.left().isEmpty()) {
      assertThat(callee.left()).as(log.transcript()).isEmpty();
    }
  }
}
