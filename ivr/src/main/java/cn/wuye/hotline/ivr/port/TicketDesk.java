package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.CallId;

/**
 * Opens tickets from calls. Never loses one: with the database away the ticket is journalled and
 * entered later.
 */
public interface TicketDesk {

  /**
   * Opens the call's ticket, or brings it up to date when the call has one already (an emergency is
   * opened before its place is known). One call has one ticket, however often this is called.
   * Durable on return; answers within 2 s.
   */
  OpenedTicket put(CallId call, TicketDraft draft);
}
