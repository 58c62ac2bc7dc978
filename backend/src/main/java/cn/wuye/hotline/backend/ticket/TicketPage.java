package cn.wuye.hotline.backend.ticket;

import java.util.List;
import java.util.Optional;

/**
 * A page of the list, newest first.
 *
 * @param next where the next page begins; empty when this is the last
 */
public record TicketPage(List<TicketRow> rows, Optional<TicketCursor> next) {}
