package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.List;
import java.util.Optional;

/**
 * What can stand in a timeline. The components of each record are the details that are kept; no
 * phone number in full.
 */
public sealed interface Happening {
  /** The code in the timeline. */
  String kind();

  /** The ticket was opened. */
  record Opened(Channel channel, Optional<CallId> call, boolean unfinished, Urgency urgency)
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
   */
  record StateChanged(
      State from, State to, Verb verb, String reason, Optional<TicketNumber> duplicateOf)
      implements Happening {
    @Override
    public String kind() {
      return "state-changed";
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
}
