package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is needed to open a ticket.
 *
 * @param number one reserved beforehand (the resident has been told it), else the next free one is
 *     taken
 * @param call the call it came from
 * @param openedAt when the complaint was made, which may be long before it is entered
 * @param dialect that the reporter prefers, BCP 47-like; empty string when nothing is known
 */
public record NewTicket(
    Optional<TicketNumber> number,
    Origin origin,
    Channel channel,
    Optional<CallId> call,
    Contents contents,
    Instant openedAt,
    String dialect) {

  /** One of whose reporter no dialect is known. */
  public NewTicket(
      Optional<TicketNumber> number,
      Origin origin,
      Channel channel,
      Optional<CallId> call,
      Contents contents,
      Instant openedAt) {
    this(number, origin, channel, call, contents, openedAt, "");
  }
}
