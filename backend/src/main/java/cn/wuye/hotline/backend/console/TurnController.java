package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.call.Corrections;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.port.Directory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What staff say was said in a turn of a ticket's call. */
@Controller
class TurnController {
  private final TicketList tickets;
  private final Additions additions;
  private final Calls calls;
  private final Corrections corrections;
  private final Directory directory;
  private final ChangeAnswer answer;
  private final Labels labels;

  TurnController(
      TicketList tickets,
      Additions additions,
      Calls calls,
      Corrections corrections,
      Directory directory,
      ChangeAnswer answer,
      Labels labels) {
    this.tickets = tickets;
    this.additions = additions;
    this.calls = calls;
    this.corrections = corrections;
    this.directory = directory;
    this.answer = answer;
    this.labels = labels;
  }

  /**
   * @param call one of the ticket's calls
   * @param turn its position there
   * @param heard what the page showed
   * @param said empty: it was heard right
   */
  @PostMapping("/console/tickets/{number:[0-9]+}/said")
  ModelAndView said(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String call,
      @RequestParam(defaultValue = "-1") int turn,
      @RequestParam(defaultValue = "") String heard,
      @RequestParam(defaultValue = "") String said,
      @AuthenticationPrincipal SignedInUser me) {
    if (!me.writesTickets()) {
      throw new AccessDeniedException("corrects no transcripts");
    }
    TicketRow row =
        TicketNumber.find(number)
            .flatMap(found -> tickets.find(found, me.scope()))
            .orElseThrow(() -> new NoSuchPage("ticket " + number));
    CallRecord record =
        calls
            .find(callOf(row, call))
            .orElseThrow(() -> new NoSuchPage("call " + call + " of ticket " + number));
    if (said.length() > Corrections.LONGEST) {
      return answer.refused(
          row.number(), labels.text("error.tooLong", Corrections.LONGEST, said.length()), me);
    }
    String dialect = directory.dialect(record.caller());
    if (!corrections.correct(record.id(), turn, heard, dialect, said, me.getUsername())) {
      return answer.refused(row.number(), labels.text("turn.changed"), me);
    }
    return new ModelAndView("redirect:/console/tickets/" + row.number() + "?done#call");
  }

  private CallId callOf(TicketRow row, String call) {
    CallId opened = row.callId();
    if (opened != null && opened.value().equals(call)) {
      return opened;
    }
    return additions.callsOf(row.number()).stream()
        .filter(each -> each.value().equals(call))
        .findFirst()
        .orElseThrow(() -> new NoSuchPage("call " + call + " of ticket " + row.number()));
  }
}
