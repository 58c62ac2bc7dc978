package cn.wuye.hotline.backend.intake.journal;

import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * One fact about a call, one line of its journal. The names in the file are {@link #TYPE_PROPERTY}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = JournalLine.TYPE_PROPERTY)
@JsonSubTypes({
  @JsonSubTypes.Type(value = JournalLine.Started.class, name = "started"),
  @JsonSubTypes.Type(value = JournalLine.Spoke.class, name = "turn"),
  @JsonSubTypes.Type(value = JournalLine.Drafted.class, name = "draft"),
  @JsonSubTypes.Type(value = JournalLine.Entered.class, name = "entered"),
  @JsonSubTypes.Type(value = JournalLine.Served.class, name = "served"),
  @JsonSubTypes.Type(value = JournalLine.Answered.class, name = "memory"),
  @JsonSubTypes.Type(value = JournalLine.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = JournalLine.Settled.class, name = "settled"),
  @JsonSubTypes.Type(value = JournalLine.Reopened.class, name = "reopened"),
})
public sealed interface JournalLine {
  String TYPE_PROPERTY = "line";

  /** When the line was written. */
  Instant at();

  /**
   * The call was answered.
   *
   * @param caller digits, empty string when withheld
   * @param fromSpool written by the intake afterwards: the call never met the application
   */
  record Started(
      Instant at,
      String caller,
      String dialled,
      Instant answeredAt,
      String sipCallId,
      boolean fromSpool)
      implements JournalLine {}

  /** Something was said, heard, pressed. */
  record Spoke(Instant at, Turn turn) implements JournalLine {}

  /**
   * A ticket was promised, or what is known of it has grown.
   *
   * @param number the ticket's number, the same in every draft of a call
   * @param sequence 1 for the first draft of the call, then counting up
   * @param late made after the call by the intake, not by the dialog
   */
  record Drafted(Instant at, String number, int sequence, boolean late, TicketDraft draft)
      implements JournalLine {}

  /**
   * The database holds the ticket.
   *
   * @param sequence the draft it holds
   */
  record Entered(Instant at, int sequence) implements JournalLine {}

  /** What was heard until now was answered: it needs no ticket. */
  record Served(Instant at) implements JournalLine {}

  /**
   * The caller has said whether she may be remembered.
   *
   * @param place where she lives
   */
  record Answered(Instant at, boolean agreed, Place place) implements JournalLine {}

  /** The dialog has ended. */
  record Ended(Instant at) implements JournalLine {}

  /** Everything of the call is in the database and the recording store. */
  record Settled(Instant at) implements JournalLine {}

  /** The call is to be settled once more. */
  record Reopened(Instant at, String why) implements JournalLine {}
}
