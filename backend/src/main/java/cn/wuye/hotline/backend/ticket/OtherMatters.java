package cn.wuye.hotline.backend.ticket;

/**
 * Tickets of which somebody has said that they are two matters. Implemented by whoever puts tickets
 * together.
 */
public interface OtherMatters {
  /**
   * Notes that a ticket is another matter than an earlier one; said again, nothing changes. Does
   * nothing if one is missing.
   */
  void note(TicketNumber ticket, TicketNumber earlier, Actor by);
}
