package cn.wuye.hotline.backend.ticket;

/**
 * A ticket that was asked to be opened.
 *
 * @param fresh false when its origin had one already
 */
public record Opening(Ticket ticket, boolean fresh) {}
