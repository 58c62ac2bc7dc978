package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.journal.JournalLine;
import cn.wuye.hotline.backend.intake.journal.JournalledCall;
import cn.wuye.hotline.backend.intake.spool.CallSheet;
import cn.wuye.hotline.backend.intake.spool.Fallback;
import cn.wuye.hotline.backend.intake.spool.SpoolSound;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.port.TicketDraft.Link;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be a ticket although no dialog made it one, or not all of it: the caller hung up, the
 * application died or was not there.
 */
final class LateDrafts {
  private final Function<String, Intent> understanding;
  private final Function<PhoneNumber, Place> home;

  /**
   * @param understanding from text to intent
   * @param home where a caller lives, {@link Place#UNKNOWN} when not known
   */
  LateDrafts(Function<String, Intent> understanding, Function<PhoneNumber, Place> home) {
    this.understanding = understanding;
    this.home = home;
  }

  /** The draft that the call still needs; empty when nothing was said, or it has been drafted. */
  Optional<TicketDraft> missing(JournalledCall journal, CallSheet sheet, Sounds sounds) {
    Optional<JournalLine.Drafted> last = journal.draft();
    boolean held = journal.ended() && sheet.fallback() == Fallback.NONE;
    if (last.isPresent()) {
      boolean more =
          journal.turnsSinceDraft().stream().anyMatch(JournalledCall::heard)
              || leftMessage(sheet, sounds);
      return !held && !last.get().late() && more
          ? Optional.of(extended(last.get().draft(), journal, sheet, sounds))
          : Optional.empty();
    }
    if (held && journal.served() > 0) {
      return Optional.empty();
    }
    boolean toldSomething =
        journal.callerWasHeard() || (!held && somethingToListenTo(sheet, sounds));
    boolean toBePhoned = interrupted(journal, sheet) && caller(journal, sheet).isPresent();
    return toldSomething || toBePhoned
        ? Optional.of(first(journal, sheet, sounds))
        : Optional.empty();
  }

  /** The hotline broke the call, not the caller: a key she pressed in that moment left no trace. */
  private static boolean interrupted(JournalledCall journal, CallSheet sheet) {
    return sheet.fallback() != Fallback.NONE
        || (journal.started().filter(started -> !started.fromSpool()).isPresent()
            && !journal.ended());
  }

  private TicketDraft first(JournalledCall journal, CallSheet sheet, Sounds sounds) {
    LateText text = LateText.of(journal.turns());
    Place place = caller(journal, sheet).map(home).orElse(Place.UNKNOWN);
    boolean message = leftMessage(sheet, sounds);
    boolean listen =
        text.undecoded() || message || (text.isEmpty() && somethingToListenTo(sheet, sounds));
    return new TicketDraft(
        intent(journal.turns(), text),
        place,
        text.with(remarks(text, sheet, sounds, message)),
        message ? TicketDraft.Completeness.COMPLETE : TicketDraft.Completeness.UNFINISHED,
        listen && !sounds.usable().isEmpty());
  }

  private TicketDraft extended(
      TicketDraft draft, JournalledCall journal, CallSheet sheet, Sounds sounds) {
    LateText since = LateText.of(journal.turnsSinceDraft());
    boolean message = leftMessage(sheet, sounds);
    Intent intent = draft.intent();
    boolean urgent = since.emergency() && !intent.emergency();
    if (urgent || intent.confidence() == 0) {
      intent = intent(journal.turns(), LateText.of(journal.turns()));
    }
    String remark = message ? LateText.MESSAGE : "";
    return new TicketDraft(
        intent,
        draft.place(),
        LateText.join(draft.text(), since.with(remark)),
        message ? TicketDraft.Completeness.COMPLETE : TicketDraft.Completeness.UNFINISHED,
        draft.needsTranscript() || since.undecoded() || message,
        // An emergency is a ticket of its own, whatever the call was about before.
        urgent && draft.adds() ? Link.NONE : draft.link());
  }

  private Intent intent(List<Turn> turns, LateText text) {
    Intent found = text.words().isEmpty() ? Intent.UNKNOWN : understanding.apply(text.words());
    boolean emergency = turns.stream().anyMatch(t -> t.kind() == Turn.Kind.EMERGENCY_WORD);
    return emergency && !found.emergency()
        ? new Intent(
            found.kind(), found.category(), found.subcategory(), "emergency", found.confidence())
        : found;
  }

  private static String remarks(LateText text, CallSheet sheet, Sounds sounds, boolean message) {
    if (message) {
      return LateText.MESSAGE;
    }
    if (sheet.fallback() == Fallback.ANSWERED) {
      return LateText.ANSWERED;
    }
    if (!text.isEmpty() && !text.undecoded()) {
      return "";
    }
    if (!text.undecoded() && !somethingToListenTo(sheet, sounds)) {
      return LateText.INTERRUPTED;
    }
    return sounds.usable().isEmpty() ? LateText.NO_SOUND : LateText.LISTEN;
  }

  private static boolean leftMessage(CallSheet sheet, Sounds sounds) {
    return sounds
        .find(SpoolSound.MESSAGE)
        .map(sound -> sheet.fallback() == Fallback.RECORDED || SoundExamination.holdsSpeech(sound))
        .orElse(false);
  }

  private static boolean somethingToListenTo(CallSheet sheet, Sounds sounds) {
    return sounds.broken()
        || sheet.fallback() == Fallback.ANSWERED
        || sounds.usable().stream()
            .filter(sound -> sound.sound().toldAlone())
            .anyMatch(SoundExamination::holdsSpeech);
  }

  private static Optional<PhoneNumber> caller(JournalledCall journal, CallSheet sheet) {
    return journal
        .started()
        .map(JournalLine.Started::caller)
        .filter(digits -> !digits.isEmpty())
        .map(PhoneNumber::new)
        .or(sheet::caller);
  }
}
