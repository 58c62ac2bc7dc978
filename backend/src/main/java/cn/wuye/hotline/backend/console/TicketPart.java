package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import org.springframework.ui.Model;

/** A part of the page of one ticket that a feature adds. */
public interface TicketPart {
  /** Adds what its template needs. */
  void add(TicketRow row, SignedInUser reader, Model model);
}
