package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import java.time.Instant;

/** Something that happened to a ticket and matters to its clocks. */
public sealed interface HistoryEvent {
  Instant at();

  /** The same at another time. */
  HistoryEvent at(Instant other);

  /**
   * The ticket came into being.
   *
   * @param byResident whether somebody waits for our answer; false for contact begun by us
   */
  record Created(Instant at, TicketProfile profile, boolean byResident) implements HistoryEvent {
    @Override
    public Created at(Instant other) {
      return new Created(other, profile, byResident);
    }
  }

  /** Kind, category, urgency, estate or third party changed. */
  record ProfileChanged(Instant at, TicketProfile profile) implements HistoryEvent {
    @Override
    public ProfileChanged at(Instant other) {
      return new ProfileChanged(other, profile);
    }
  }

  /** Somebody asked for a pause; while paused it changes the reason. */
  record Paused(Instant at, PauseReason reason) implements HistoryEvent {
    @Override
    public Paused at(Instant other) {
      return new Paused(other, reason);
    }
  }

  /**
   * Somebody was asked to help.
   *
   * @param task number of the task among the ticket's, from 1
   * @param thirdParty code of the company whose task it is; empty for a department of the house
   */
  record TaskOpened(Instant at, int task, String thirdParty) implements HistoryEvent {
    @Override
    public TaskOpened at(Instant other) {
      return new TaskOpened(other, task, thirdParty);
    }
  }

  /**
   * A task is over.
   *
   * @param done whether it was done; otherwise it was refused
   */
  record TaskEnded(Instant at, int task, boolean done) implements HistoryEvent {
    @Override
    public TaskEnded at(Instant other) {
      return new TaskEnded(other, task, done);
    }
  }

  /** Something without details. */
  record Reached(Instant at, Milestone what) implements HistoryEvent {
    @Override
    public Reached at(Instant other) {
      return new Reached(other, what);
    }
  }
}
