package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can stand in a timeline. The components of each record are the details that are kept; no
 * phone number in full.
 */
public sealed interface Happening {
  /** The code in the timeline. */
  String kind();

  /**
   * The ticket was opened.
   *
   * @param dialect that the reporter prefers; empty string when nothing is known
   */
  record Opened(
      Channel channel, Optional<CallId> call, boolean unfinished, Urgency urgency, String dialect)
      implements Happening {
    @Override
    public String kind() {
      return "opened";
    }
  }

  /** What the ticket says was changed. */
  record Amended(List<FieldChange> changes) implements Happening {
    @Override
    public String kind() {
      return "amended";
    }
  }

  /**
   * It moved to another state.
   *
   * @param reason as given, may be empty
   * @param duty why it is not the company's duty, where that is how it ended
   */
  record StateChanged(
      State from,
      State to,
      Verb verb,
      String reason,
      Optional<TicketNumber> duplicateOf,
      Optional<DutyReason> duty)
      implements Happening {
    /** One that did not end as somebody else's duty. */
    public StateChanged(
        State from, State to, Verb verb, String reason, Optional<TicketNumber> duplicateOf) {
      this(from, to, verb, reason, duplicateOf, Optional.empty());
    }

    @Override
    public String kind() {
      return "state-changed";
    }
  }

  /**
   * The resident called again about it.
   *
   * @param text her words so far
   */
  record CallAdded(CallId call, String text, boolean unfinished) implements Happening {
    @Override
    public String kind() {
      return "call-added";
    }
  }

  /** It is the same thing again as an earlier ticket, which was solved. */
  record Repeats(TicketNumber earlier) implements Happening {
    @Override
    public String kind() {
      return "repeats";
    }
  }

  /** The same thing has come again, as another ticket. */
  record CameAgain(TicketNumber later) implements Happening {
    @Override
    public String kind() {
      return "came-again";
    }
  }

  /** Another ticket goes on as this one. */
  record Absorbed(TicketNumber merged) implements Happening {
    @Override
    public String kind() {
      return "absorbed";
    }
  }

  /** Another ticket that had gone on as this one stands for itself again. */
  record Released(TicketNumber ticket) implements Happening {
    @Override
    public String kind() {
      return "released";
    }
  }

  /**
   * It stands for itself again, as it stood before it was merged.
   *
   * @param survivor as which it had gone on
   * @param to where it stands now
   * @param mergedAt since when it had been merged: what ended with that goes on
   * @param reason as given, may be empty
   */
  record MergeUndone(TicketNumber survivor, State to, Instant mergedAt, String reason)
      implements Happening {
    @Override
    public String kind() {
      return "merge-undone";
    }
  }

  /**
   * It stands for one cause that several people report, and callers hear of it; or what they hear
   * has changed.
   *
   * @param announcement as they hear it
   * @param buildings where; none for the whole estate
   */
  record IncidentDeclared(
      String announcement, List<String> buildings, Optional<Instant> expectedEnd)
      implements Happening {
    @Override
    public String kind() {
      return "incident-declared";
    }
  }

  /** It is no incident: nobody hears of it any more. */
  record IncidentRevoked() implements Happening {
    @Override
    public String kind() {
      return "incident-revoked";
    }
  }

  /** Somebody wrote something down. */
  record NoteAdded(String text) implements Happening {
    @Override
    public String kind() {
      return "note-added";
    }
  }

  /** A recording can be played. */
  record RecordingAdded(long recordingId, String recording, long durationMs) implements Happening {
    @Override
    public String kind() {
      return "recording-added";
    }
  }

  /** A recording was turned into text. */
  record TranscriptAdded(long recordingId, String engine, String text) implements Happening {
    @Override
    public String kind() {
      return "transcript-added";
    }
  }

  /**
   * Somebody was rung for the caller.
   *
   * @param name whose phone
   * @param outcome {@code answered, busy, no-answer, rejected, unreachable, unavailable}
   */
  record PhoneRung(String name, String outcome) implements Happening {
    @Override
    public String kind() {
      return "phone-rung";
    }
  }

  /**
   * An emergency is with nobody, and somebody has confirmed that he finds somebody.
   *
   * @param login who
   * @param by how: {@code phone}
   */
  record CareTaken(String login, String by) implements Happening {
    @Override
    public String kind() {
      return "care-taken";
    }
  }

  /**
   * Somebody was phoned, and a message was read.
   *
   * @param login who; empty string for whoever reported the ticket
   * @param outcome {@code confirmed, heard, not-heard, busy, no-answer, rejected, unreachable}
   */
  record Phoned(String login, String outcome) implements Happening {
    @Override
    public String kind() {
      return "phoned";
    }
  }

  /** Somebody read the ticket: residents' data are not looked at unseen. */
  record Viewed() implements Happening {
    @Override
    public String kind() {
      return "viewed";
    }
  }

  /** Somebody listened to a recording. */
  record RecordingPlayed(long recordingId) implements Happening {
    @Override
    public String kind() {
      return "recording-played";
    }
  }

  /**
   * Somebody is responsible now.
   *
   * @param worker his login
   * @param department code of the department that leads; empty string for none
   * @param code why, with arguments: {@code dispatch.Reason}
   * @param handOver whether the one before stays responsible until this one accepts
   */
  record Assigned(
      String worker, String department, String code, List<String> arguments, boolean handOver)
      implements Happening {
    @Override
    public String kind() {
      return "assigned";
    }
  }

  /**
   * It is with nobody; why, like in {@link Assigned}.
   *
   * @param told logins of who was told; may be none
   */
  record NotAssigned(String department, String code, List<String> arguments, List<String> told)
      implements Happening {
    @Override
    public String kind() {
      return "not-assigned";
    }
  }

  /**
   * He does it (接单).
   *
   * @param by {@code phone}: he pressed the key on a call of the hotline; empty string otherwise
   */
  record JobAccepted(String worker, String by) implements Happening {
    /** Not by phone. */
    public JobAccepted(String worker) {
      this(worker, "");
    }

    @Override
    public String kind() {
      return "job-accepted";
    }
  }

  /** He does not do it. */
  record JobRefused(String worker, String reason) implements Happening {
    @Override
    public String kind() {
      return "job-refused";
    }
  }

  /** He is there (到场). */
  record Arrived(String worker) implements Happening {
    @Override
    public String kind() {
      return "arrived";
    }
  }

  /** There is no danger any more, though it may not be repaired (现场已安全). */
  record MadeSafe(String worker) implements Happening {
    @Override
    public String kind() {
      return "made-safe";
    }
  }

  /**
   * Its clocks stand still, as far as its rule allows.
   *
   * @param reason code of the reason
   * @param note as given, may be empty
   */
  record Paused(String reason, String note) implements Happening {
    @Override
    public String kind() {
      return "paused";
    }
  }

  /** Its clocks go on. */
  record Resumed(String note) implements Happening {
    @Override
    public String kind() {
      return "resumed";
    }
  }

  /**
   * A helping department or a third party has its task, or has moved on with it.
   *
   * @param partyKind {@code department, third-party}
   * @param party its code
   * @param state where the task stands now
   * @param words what was done, or why it was refused; may be empty
   */
  record TaskMoved(String partyKind, String party, String state, String words)
      implements Happening {
    @Override
    public String kind() {
      return "task-moved";
    }
  }

  /**
   * A third party has not kept a time of its contract.
   *
   * @param target {@code accept, arrive, done}
   * @param reserve code of the company that is called instead; empty string for none
   */
  record ThirdPartyLate(String party, String target, Instant due, String reserve)
      implements Happening {
    @Override
    public String kind() {
      return "third-party-late";
    }
  }

  /**
   * It hangs on a thing of the equipment register.
   *
   * @param equipment id; 0 for nothing any more
   * @param name of the thing; empty string for nothing
   */
  record EquipmentSet(long equipment, String name) implements Happening {
    @Override
    public String kind() {
      return "equipment-set";
    }
  }

  /**
   * A compensation was proposed or decided.
   *
   * @param form {@code fee, voucher, other}
   * @param cents what it is worth, in hundredths of a yuan
   * @param state {@code proposed, approved, rejected, withdrawn}
   * @param words why; may be empty
   */
  record CompensationMoved(long compensation, String form, long cents, String state, String words)
      implements Happening {
    @Override
    public String kind() {
      return "compensation-moved";
    }
  }

  /** A photo can be seen. */
  record PhotoAdded(long photoId) implements Happening {
    @Override
    public String kind() {
      return "photo-added";
    }
  }

  /**
   * Much of the time for something is used.
   *
   * @param target id of what has to be done in time
   * @param percent of the time, 1–99
   * @param told logins of who was told; none when there is nobody
   */
  record Warned(String target, int occurrence, int percent, Instant due, List<String> told)
      implements Happening {
    @Override
    public String kind() {
      return "warned";
    }
  }

  /**
   * Something was not done in time, and somebody further up has it now.
   *
   * @param target id of what had to be done in time; {@code unsolved} for the ticket as a whole
   * @param role code of the role it was meant for
   * @param told logins of who was told; none when there is nobody
   */
  record Escalated(String target, int occurrence, String role, Instant due, List<String> told)
      implements Happening {
    @Override
    public String kind() {
      return "escalated";
    }
  }

  /**
   * The resident was asked about the work, or nobody could ask her.
   *
   * @param round which solution she was asked about, from 1
   * @param result {@code answered, unreached, declined}
   * @param channel by which she answered, {@code phone, callback, sms, link, agent, visit}; empty
   *     string for no answer, and in events of before this was kept
   * @param solved {@code solved, partly, not-solved}; empty string for no answer
   * @param score 20 to 100; 0 for no answer
   * @param words what else she said, as far as it was understood
   * @param told logins of those above who were told that the work begins again
   */
  record Surveyed(
      int round,
      String result,
      String channel,
      String solved,
      int score,
      String words,
      List<String> told)
      implements Happening {
    @Override
    public String kind() {
      return "surveyed";
    }
  }
}
