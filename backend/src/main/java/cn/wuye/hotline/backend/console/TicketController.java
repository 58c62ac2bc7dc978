package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one ticket. */
@Controller
class TicketController {
  private final TicketList tickets;
  private final TicketPageModel page;
  private final Reads reads;

  TicketController(TicketList tickets, TicketPageModel page, Reads reads) {
    this.tickets = tickets;
    this.page = page;
    this.reads = reads;
  }

  /**
   * @param part a part of the page that is fetched anew: {@code facts, clocks, history, call}
   * @param words {@code talk}: the form begins with what the caller said to agents, where that is
   *     proposed; it is the reader who saves it
   */
  @GetMapping("/console/tickets/{number:[0-9]+}")
  String ticket(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "") String words,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletRequest request,
      Model model) {
    TicketRow row =
        TicketNumber.find(number)
            .flatMap(found -> tickets.find(found, me.scope()))
            .orElseThrow(() -> new NoSuchPage("ticket " + number));
    if (request.getHeader("HX-Request") == null) {
      reads.viewed(row.number(), me);
    }
    page.fill(row, me, model);
    if (words.equals("talk")) {
      page.propose(row, me, model);
    }
    return switch (part) {
      case "facts" -> "parts/facts :: facts";
      case "clocks" -> "parts/clocks :: clocks";
      case "history" -> "parts/history :: history";
      case "call" -> "parts/call :: call";
      default -> "ticket";
    };
  }
}
