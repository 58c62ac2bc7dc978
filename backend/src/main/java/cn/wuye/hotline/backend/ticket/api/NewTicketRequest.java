package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.api.TicketRequest.PlaceRequest;
import cn.wuye.hotline.backend.ticket.api.TicketRequest.ReporterRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint to become a ticket. {@code category} and {@code text} must be there; the channel is
 * {@code agent}, the kind {@code complaint} and the urgency {@code general} unless said otherwise.
 *
 * @param openedAt when the complaint was made; now, unless said otherwise
 */
record NewTicketRequest(
    @Nullable Channel channel,
    @Nullable Kind kind,
    @Nullable String category,
    @Nullable String subcategory,
    @Nullable Urgency urgency,
    @Nullable String text,
    @Nullable PlaceRequest place,
    @Nullable ReporterRequest reporter,
    @Nullable Instant openedAt) {
  private static final Contents BLANK =
      new Contents(
          new Subject(Kind.COMPLAINT, "", "", Urgency.GENERAL),
          TicketPlace.UNKNOWN,
          Reporter.UNKNOWN,
          "",
          false,
          false);

  Channel channelOrDefault() {
    return channel == null ? Channel.AGENT : channel;
  }

  /** What the ticket will say. */
  Contents contents(Instant now) {
    FieldCheck check = new FieldCheck().required("text", text).required("category", category);
    TicketRequest said =
        new TicketRequest(kind, category, subcategory, urgency, text, place, reporter);
    said.check(check);
    if (openedAt != null && openedAt.isAfter(now)) {
      check.wrong("openedAt", "format", "≤ " + now);
    }
    check.done();
    return said.applied(BLANK);
  }
}
