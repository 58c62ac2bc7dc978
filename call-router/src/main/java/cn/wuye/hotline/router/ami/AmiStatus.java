package cn.wuye.hotline.router.ami;

import java.time.Instant;
import java.util.List;

/**
 * How the connection to Asterisk stands, for people and for health checks.
 *
 * @param description a plain sentence; for a refused login it says which user was refused
 * @param since when this state began
 * @param blindSpans the last times during which nothing was seen of Asterisk, oldest first; at most
 *     100
 */
public record AmiStatus(
    State state, String description, Instant since, List<BlindSpan> blindSpans) {

  /** Where the connection stands. */
  public enum State {
    /** Not there; being tried again. */
    DOWN,
    /** Asterisk answered and refused user or password; tried again after a longer pause. */
    REFUSED,
    /** Logged in and re-synchronised. */
    UP,
    /** Closed by us, for good. */
    CLOSED
  }

  public AmiStatus {
    blindSpans = List.copyOf(blindSpans);
  }

  public boolean up() {
    return state == State.UP;
  }
}
