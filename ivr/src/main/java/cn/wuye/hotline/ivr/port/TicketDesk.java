package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.intent.Place;

/**
 * Opens tickets from calls. Never loses one: with the database away the ticket is journalled and
 * entered later.
 */
public interface TicketDesk {

  /**
   * Opens the call's ticket, or brings it up to date when the call has one already (an emergency is
   * opened before its place is known). One call has one ticket, however often this is called. A
   * draft that adds to an earlier ticket opens none, unless the call has its own already. Durable
   * on return; answers within 2 s.
   */
  OpenedTicket put(CallId call, TicketDraft draft);

  /**
   * What the caller has said so far was answered and is no complaint (she asked what became of a
   * ticket): no ticket is to be made of it after the call. What she says later counts again.
   */
  void served(CallId call);

  /**
   * Whether number and place may be remembered, as the caller has just answered. Kept like a
   * ticket: safe on return, entered in the database when that is there.
   *
   * @param place where she lives; of no matter when she refuses
   */
  void remember(CallId call, boolean agreed, Place place);
}
