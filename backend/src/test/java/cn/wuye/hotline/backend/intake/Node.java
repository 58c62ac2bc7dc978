package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.number.NumberRange;
import cn.wuye.hotline.backend.intake.number.NumberStock;
import cn.wuye.hotline.backend.intake.spool.Spool;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of the intake's parts over a folder; a restart is another one over the same folder. */
final class Node {
  static final Intent LIFT = new Intent("repair", "facilities", "lift", "urgent", 0.8);
  static final Place HOME = new Place("1", "3号楼", "", "", "");

  final SettableClock clock;
  final Path home;
  final FakeBook book;
  final Journal journal;
  final Spool spool;
  final LiveCalls live = new LiveCalls();
  final DatabaseGate gate;
  final JournalCallLog log;
  final JournalTicketDesk desk;
  final RejectedSounds rejectedSounds;
  final Intake intake;
  final List<CallId> settled = new ArrayList<>();
  Optional<Boolean> channelExists = Optional.of(false);

  Node(Path home, FakeBook book, SettableClock clock, Checkpoint checkpoint) {
    this(home, book, clock, checkpoint, book);
  }

  /**
   * @param entrance what the parts are given in place of the book itself
   */
  Node(Path home, FakeBook book, SettableClock clock, Checkpoint checkpoint, CallBook entrance) {
    this.clock = clock;
    this.home = home;
    this.book = book;
    journal = new Journal(home.resolve("journal"));
    spool = new Spool(home.resolve("spool"));
    gate = new DatabaseGate(clock, Duration.ofSeconds(2), 2);
    gate.schemaIsReady();
    log = new JournalCallLog(journal, live, clock, call -> {});
    NumberStock stock =
        new NumberStock(
            home.resolve("numbers.json"),
            size -> new NumberRange(book.nextNumber, book.nextNumber += size),
            100);
    TicketNumbers numbers = () -> String.valueOf(stock.take().orElseThrow());
    TicketEntering entering = new TicketEntering(journal, entrance, clock, call -> {});
    desk =
        new JournalTicketDesk(
            journal,
            numbers,
            entering,
            gate,
            Duration.ofSeconds(1),
            urgency -> Duration.ofHours(2),
            clock);
    rejectedSounds = new RejectedSounds(home.resolve("spool"));
    Settlement settlement =
        new Settlement(
            journal,
            spool,
            new SoundExamination(rejectedSounds),
            new LateDrafts(text -> text.contains("电梯") ? LIFT : Intent.UNKNOWN, number -> HOME),
            numbers,
            entering,
            entrance,
            new CallLocks(),
            clock,
            checkpoint);
    intake =
        new Intake(
            journal,
            spool,
            new CallsOver(live, call -> channelExists, clock),
            entering,
            settlement,
            gate,
            new Attempts(clock),
            settled::add);
  }

  Node restarted(Checkpoint checkpoint) {
    journal.close();
    gate.close();
    return new Node(home, book, clock, checkpoint);
  }

  static Call call(CallId id) {
    return new Call(
        id,
        Optional.of(new PhoneNumber("13800000001")),
        "4001234567",
        Instant.parse("2025-11-22T08:00:00Z"),
        "sip-1");
  }

  static Turn heard(Turn.Kind kind, String text) {
    return new Turn(Turn.Who.CALLER, kind, text, "", Duration.ofSeconds(4), Duration.ofSeconds(6));
  }

  static TicketDraft draft(String text, TicketDraft.Completeness completeness) {
    return new TicketDraft(LIFT, HOME, text, completeness, false);
  }
}
