package cn.wuye.hotline.backend.intake.journal;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call as its journal tells it.
 *
 * @param turns in the order they happened
 * @param turnsSinceDraft those of them that the draft cannot know of
 * @param entered the sequence of the draft that the database is known to hold, 0 for none
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
      } else if (line instanceof JournalLine.Ended) {
        ended = true;
      } else if (line instanceof JournalLine.Settled) {
        settled = true;
      } else if (line instanceof JournalLine.Reopened) {
        settled = false;
      }
    }
    List<Turn> since = turns.subList(drafted, turns.size());
    return new JournalledCall(id, started, turns, since, draft, entered, ended, settled);
  }

  /** Whether a draft waits for the database. */
  public boolean draftWaits() {
    return draft.isPresent() && draft.get().sequence() > entered;
  }

  /** The next draft's sequence. */
  public int nextSequence() {
    return draft.map(d -> d.sequence() + 1).orElse(1);
  }

  /** Whether the caller said or keyed anything at all. */
  public boolean callerWasHeard() {
    return turns.stream().anyMatch(JournalledCall::heard);
  }

  /** Whether the turn is something that the caller said or keyed. */
  public static boolean heard(Turn turn) {
    return switch (turn.kind()) {
      case WORDS, KEYS, EMERGENCY_WORD -> true;
      case SAID, SILENCE, CONNECTED, HUNG_UP -> false;
    };
  }
}
