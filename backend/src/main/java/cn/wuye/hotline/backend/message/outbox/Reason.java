package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a message is in its state. */
public enum Reason implements Coded {
  /** Waits for the morning. */
  QUIET_HOURS("quiet-hours"),
  /** Waits, because the resident had another message within the hour. */
  PACE("pace"),
  /** Waits, because the number has had as many calls as a resident's may have. */
  CALLED_OFTEN("called-often"),
  /** The last attempt failed. */
  FAILED("failed"),
  /** The provider does not take it. */
  REFUSED("refused"),
  /** Tried in vain to the last. */
  EXHAUSTED("exhausted"),
  /** Taken by the provider, and did not arrive. */
  UNDELIVERED("undelivered"),
  /** It cannot be put into words: a fault of the application. */
  BROKEN("broken"),
  /** No channel is configured that could carry it. */
  NO_CHANNEL("no-channel"),
  /** No number and no e-mail address is known. */
  NO_ADDRESS("no-address"),
  /** There is no template for this event. */
  NO_TEMPLATE("no-template"),
  /** There is no such login, ticket or company (any more). */
  NOBODY("nobody"),
  OPTED_OUT("opted-out"),
  /** Waits, because somebody is phoning this number. */
  IN_CALL("in-call"),
  /** Phoned, and confirmed by key. */
  CONFIRMED("confirmed"),
  /** Phoned, and listened to the end without a key. */
  HEARD("heard"),
  /** Phoned, and not confirmed. */
  UNCONFIRMED("unconfirmed"),
  /** What it was about has been seen to. */
  NOT_NEEDED("not-needed");

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
