package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalException;
import cn.wuye.hotline.backend.intake.journal.JournalLine;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.CallLog;
import java.time.Clock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Keeps every act of every call in the journal. A disk that refuses does not end a call. */
final class JournalCallLog implements CallLog {
  private static final Logger LOG = LoggerFactory.getLogger(JournalCallLog.class);

  private final Journal journal;
  private final LiveCalls live;
  private final Clock clock;
  private final Consumer<CallId> onEnded;

  /**
   * @param onEnded told when a dialog has ended; must return quickly
   */
  JournalCallLog(Journal journal, LiveCalls live, Clock clock, Consumer<CallId> onEnded) {
    this.journal = journal;
    this.live = live;
    this.clock = clock;
    this.onEnded = onEnded;
  }

  @Override
  public void started(Call call) {
    live.begin(call.id());
    append(
        call.id(),
        new JournalLine.Started(
            clock.instant(),
            call.caller().map(PhoneNumber::digits).orElse(""),
            call.dialled(),
            call.answeredAt(),
            call.sipCallId(),
            false));
  }

  @Override
  public void turn(CallId call, Turn turn) {
    append(call, new JournalLine.Spoke(clock.instant(), turn));
  }

  @Override
  public void ended(CallId call) {
    append(call, new JournalLine.Ended(clock.instant()));
    live.end(call);
    onEnded.accept(call);
    MDC.remove("ticket");
  }

  private void append(CallId call, JournalLine line) {
    try {
      journal.append(call, line);
    } catch (JournalException e) {
      LOG.error(
          "Call {}: {}; the call goes on, its recording is what remains", call, e.getMessage());
    }
  }
}
