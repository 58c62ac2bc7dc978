package cn.wuye.hotline.backend.call;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that was answered.
 *
 * @param sipCallId empty string when unknown
 * @param caller empty when withheld
 * @param node the node that answered it
 * @param endedAt empty while it lasts
 */
public record CallRecord(
    CallId id,
    String sipCallId,
    Optional<PhoneNumber> caller,
    String dialled,
    String node,
    Instant answeredAt,
    Optional<Instant> endedAt) {}
