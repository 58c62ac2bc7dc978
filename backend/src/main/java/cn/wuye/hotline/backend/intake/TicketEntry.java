package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.time.Instant;
import java.util.Optional;

/**
 * A call's ticket on its way into the database.
 *
 * @param number what the caller was told
 * @param caller empty when withheld
 * @param openedAt when the complaint was made
 */
record TicketEntry(
    CallId call,
    String number,
    Optional<PhoneNumber> caller,
    Instant openedAt,
    TicketDraft draft) {}
