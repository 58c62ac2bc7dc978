package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.conversation.ScriptedConversation;
import cn.wuye.hotline.ivr.conversation.VirtualClock;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.FakeKnownIncidents;
import cn.wuye.hotline.ivr.port.FakeMissedSurveys;
import cn.wuye.hotline.ivr.port.FakePersonQueues;
import cn.wuye.hotline.ivr.port.FakePhoneRinger;
import cn.wuye.hotline.ivr.port.FakeTicketDesk;
import cn.wuye.hotline.ivr.port.FakeTicketProgress;
import cn.wuye.hotline.ivr.port.RecordedCallLog;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A hotline in memory that a scripted caller phones. */
final class Hotline {
  private String dialect = "";
  static final String KNOWN_NUMBER = "13800000001";

  private static final CallId CALL = new CallId("node-1-1763800000.12");
  private static final String COMPANY = "安居物业";

  final FakeTicketDesk desk = new FakeTicketDesk();
  final FakeDirectory directory = new FakeDirectory();
  final FakeTicketProgress progress = new FakeTicketProgress();
  final FakeKnownIncidents incidents = new FakeKnownIncidents();
  final FakeMissedSurveys missed = new FakeMissedSurveys();
  final FakePhoneRinger phones = new FakePhoneRinger();
  final RecordedCallLog log = new RecordedCallLog();
  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-05T08:00:00Z"));
  final FakePersonQueues queues = new FakePersonQueues(clock);
  private Wording wording = Wording.shipped(COMPANY);
  private final ComplaintDialog dialog =
      new ComplaintDialog(desk, directory, progress, incidents, missed, queues, clock);

  private Consumer<ScriptedConversation> telephone = conversation -> {};
  private String number = "13900000002";

  /** The caller's number is that of a resident of building 3 in 阳光花园. */
  Hotline knowingTheCaller() {
    directory.knows(KNOWN_NUMBER, "sun", "3号楼", "2单元", "502");
    number = KNOWN_NUMBER;
    return this;
  }

  /** The same, and her estate wants old callers to reach a person. */
  Hotline ringingHerThrough() {
    knowingTheCaller();
    directory.ringsThrough(KNOWN_NUMBER);
    return this;
  }

  Hotline wordedBy(DialogSettings settings) {
    wording = Wording.of(1, settings, COMPANY);
    telephone = conversation -> conversation.spotting(wording.emergencies());
    return this;
  }

  Hotline withholdingTheNumber() {
    number = "";
    return this;
  }

  Hotline withoutRecogniser() {
    telephone = ScriptedConversation::withoutRecogniser;
    return this;
  }

  Hotline withoutSpotter() {
    telephone = ScriptedConversation::withoutSpotter;
    return this;
  }

  /** Holds the call to its end. */
  void call(ScriptedCaller caller) {
    Optional<PhoneNumber> from =
        Optional.of(number).filter(n -> !n.isEmpty()).map(PhoneNumber::new);
    Call call = new Call(CALL, from, "4001234567", clock.instant(), "");
    ScriptedConversation conversation = new ScriptedConversation(call, caller, log, phones, clock);
    conversation.waiting(queues.ends());
    telephone.accept(conversation);
    dialog.run(conversation, wording);
    dialect = conversation.dialect();
  }

  /** Holds the call and expects the script to be followed to its end. */
  Hotline follows(ScriptedCaller caller) {
    call(caller);
    assertThat(caller.left()).as(log.transcript()).isEmpty();
    return this;
  }

  /** The versions of the call's ticket. */
  List<TicketDraft> drafts() {
    return desk.drafts(CALL);
  }

  /** The ticket as it is in the end. */
  TicketDraft ticket() {
    assertThat(drafts()).as(log.transcript()).isNotEmpty();
    return drafts().get(drafts().size() - 1);
  }

  /** The dialect in which prompts were said in the end. */
  String dialect() {
    return dialect;
  }

  /** Whether the call was said to need no ticket. */
  boolean served() {
    return desk.wasServed(CALL);
  }

  /** How long the call took. */
  Duration length() {
    return log.turns().get(log.turns().size() - 1).to();
  }
}
