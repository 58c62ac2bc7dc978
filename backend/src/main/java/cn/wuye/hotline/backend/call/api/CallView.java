package cn.wuye.hotline.backend.call.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.call.CallList;
import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as the API shows it.
 *
 * @param caller masked unless the viewer may see it; null when withheld
 * @param ticket null when it became none
 */
record CallView(
    String callId,
    String sipCallId,
    @Nullable String caller,
    String dialled,
    String node,
    Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable TicketNumber ticket) {
  static CallView of(CallList.Row row, Viewer viewer) {
    CallRecord call = row.call();
    return new CallView(
        call.id().value(),
        call.sipCallId(),
        viewer.shown(call.caller().orElse(null)),
        call.dialled(),
        call.node(),
        call.answeredAt(),
        call.endedAt().orElse(null),
        row.ticket());
  }
}
