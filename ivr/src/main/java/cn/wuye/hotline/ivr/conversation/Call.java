package cn.wuye.hotline.ivr.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * An incoming call as it was when it was answered.
 *
 * @param caller empty when the caller withholds the number
 * @param dialled the number the resident dialled, as it reached the dialplan
 * @param sipCallId the SIP Call-ID of the incoming dialog (RFC 3261 §8.1.1.4), by which both ends
 *     and the carrier know the call; empty string when unknown
 */
public record Call(
    CallId id,
    Optional<PhoneNumber> caller,
    String dialled,
    Instant answeredAt,
    String sipCallId) {}
