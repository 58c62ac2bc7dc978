package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that this worker has for the time of its lease.
 *
 * @param claim of this lease; what is written with an older one changes nothing
 * @param attempts how often a provider was asked so far
 * @param way how it goes, if that is settled
 * @param chain key of the notice for which several people are phoned in turn; null when it is for
 *     nobody else
 */
record Claimed(
    long id,
    int claim,
    int attempts,
    String event,
    Addressee to,
    @Nullable TicketNumber ticket,
    Map<String, String> values,
    boolean emergency,
    Way way,
    @Nullable String chain) {}
