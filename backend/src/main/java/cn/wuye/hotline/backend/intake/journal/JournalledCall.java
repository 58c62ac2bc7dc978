package cn.wuye.hotline.backend.intake.journal;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A call as its journal tells it.
 *
 * @param turns in the order they happened
 * @param turnsSinceDraft those of them that the draft cannot know of
 * @param entered the sequence of the draft that the database is known to hold, 0 for none
 * @param served how many of the turns were answered and need no ticket
 * @param memory whether the caller may be remembered, if she was asked
 * @param ended whether the application brought its dialog to an end
 * @param settled whether nothing is left to do but to tidy up
 */
public record JournalledCall(
    CallId id,
    Optional<JournalLine.Started> started,
    List<Turn> turns,
    List<Turn> turnsSinceDraft,
    Optional<JournalLine.Drafted> draft,
    int entered,
    int served,
    Optional<JournalLine.Answered> memory,
    boolean ended,
    boolean settled) {

  public JournalledCall {
    turns = List.copyOf(turns);
    turnsSinceDraft = List.copyOf(turnsSinceDraft);
  }

  static JournalledCall of(CallId id, List<JournalLine> lines) {
    Optional<JournalLine.Started> started = Optional.empty();
    List<Turn> turns = new ArrayList<>();
    int drafted = 0;
    Optional<JournalLine.Drafted> draft = Optional.empty();
    int entered = 0;
    int served = 0;
    Optional<JournalLine.Answered> memory = Optional.empty();
    boolean ended = false;
    boolean settled = false;
    for (JournalLine line : lines) {
      if (line instanceof JournalLine.Started s) {
        started = Optional.of(s);
      } else if (line instanceof JournalLine.Spoke s) {
        turns.add(s.turn());
      } else if (line instanceof JournalLine.Drafted d) {
        draft = Optional.of(d);
        drafted = turns.size();
      } else if (line instanceof JournalLine.Entered e) {
        entered = Math.max(entered, e.sequence());
      } else if (line instanceof JournalLine.Served) {
        served = turns.size();
      } else if (line instanceof JournalLine.Answered a) {
        memory = Optional.of(a);
      } else if (line instanceof JournalLine.Ended) {
        ended = true;
      } else if (line instanceof JournalLine.Settled) {
        settled = true;
      } else if (line instanceof JournalLine.Reopened) {
        settled = false;
      }
    }
    List<Turn> since = turns.subList(drafted, turns.size());
    return new JournalledCall(
        id, started, turns, since, draft, entered, served, memory, ended, settled);
  }

  /** A call of which nothing is written down. */
  public static JournalledCall unknown(CallId id) {
    return of(id, List.of());
  }

  /** Whether a draft waits for the database. */
  public boolean draftWaits() {
    return draft.isPresent() && draft.get().sequence() > entered;
  }

  /** The next draft's sequence. */
  public int nextSequence() {
    return draft.map(d -> d.sequence() + 1).orElse(1);
  }

  /**
   * The number under which a draft is kept: that of the ticket it adds to, or the call's own.
   *
   * @param next gives the call's own when it has none yet
   */
  public String number(TicketDraft wanted, Supplier<String> next) {
    return wanted.adds() ? wanted.link().ticket() : own().orElseGet(next);
  }

  /** The number of the call's own ticket; empty while it has none. */
  public Optional<String> own() {
    return draft.filter(d -> !d.draft().adds()).map(JournalLine.Drafted::number);
  }

  /**
   * The dialect that she has asked for or was heard to speak; empty string when nothing told it.
   */
  public String dialect() {
    return draft.map(line -> line.draft().spokenDialect()).orElse("");
  }

  /** Whether the caller said or keyed anything that was not answered. */
  public boolean callerWasHeard() {
    return turns.stream().skip(served).anyMatch(JournalledCall::heard);
  }

  /** Whether the turn is something that the caller said or keyed. */
  public static boolean heard(Turn turn) {
    return switch (turn.kind()) {
      case WORDS, KEYS, EMERGENCY_WORD -> true;
      case SAID, SILENCE, CONNECTED, HUNG_UP -> false;
    };
  }
}
