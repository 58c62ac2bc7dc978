package cn.wuye.hotline.backend.intake;

import java.time.Instant;

/**
 * Something that could not be taken in and waits for a person.
 *
 * @param id by which it can be tried again
 * @param call the call's id
 * @param at when it was given up
 * @param reason what went wrong, for a person
 */
public record RejectedItem(String id, Kind kind, String call, Instant at, String reason) {
  /** What could not be taken in. */
  public enum Kind {
    /** A whole call: its ticket may be missing. */
    CALL,
    /** A recording only: the call and its ticket are there. */
    RECORDING
  }
}
