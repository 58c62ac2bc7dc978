package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.intake.journal.JournalledCall;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of a call that still goes on, from what the caller has told the machine.
 *
 * @param caller empty when withheld
 * @param estate id; empty while unknown
 * @param dialect that she has asked for or was heard to speak; empty string when nothing told it
 * @param words hers, as far as they were understood; may be empty
 */
public record CallSoFar(
    Optional<PhoneNumber> caller, String estate, String dialect, boolean emergency, String words) {

  static CallSoFar of(JournalledCall call) {
    Optional<TicketDraft> draft = call.draft().map(line -> line.draft());
    boolean alarmed =
        call.turns().stream().anyMatch(turn -> turn.kind() == Turn.Kind.EMERGENCY_WORD);
    return new CallSoFar(
        call.started()
            .map(line -> line.caller())
            .filter(digits -> !digits.isEmpty())
            .map(PhoneNumber::new),
        draft.map(known -> known.place().estateId()).orElse(""),
        call.dialect(),
        alarmed || draft.filter(known -> known.intent().emergency()).isPresent(),
        draft.map(TicketDraft::text).filter(text -> !text.isBlank()).orElseGet(() -> said(call)));
  }

  static CallSoFar of(Ticket ticket) {
    Contents contents = ticket.contents();
    EstateId estate = contents.place().estateId();
    return new CallSoFar(
        Optional.ofNullable(contents.reporter().phone()),
        estate == null ? "" : estate.toString(),
        "",
        contents.subject().urgency() == Urgency.EMERGENCY,
        contents.text());
  }

  private static String said(JournalledCall call) {
    return call.turns().stream()
        .filter(turn -> turn.who() == Turn.Who.CALLER && turn.kind() == Turn.Kind.WORDS)
        .map(Turn::text)
        .collect(Collectors.joining(" "));
  }
}
