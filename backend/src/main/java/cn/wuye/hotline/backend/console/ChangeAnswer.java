package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.TicketChanges.Wish;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page after a wish to change a ticket: when it could not be done, the page says why and holds
 * what the user typed.
 */
@Component
public class ChangeAnswer {
  private final TicketList tickets;
  private final TicketPageModel pages;
  private final EventViews events;
  private final Labels labels;
  private final JobSentences sentences;

  ChangeAnswer(
      TicketList tickets,
      TicketPageModel pages,
      EventViews events,
      Labels labels,
      JobSentences sentences) {
    this.sentences = sentences;
    this.tickets = tickets;
    this.pages = pages;
    this.events = events;
    this.labels = labels;
  }

  /**
   * @param typed puts what the user typed back into the page
   */
  ModelAndView to(ChangeResult result, Wish wish, SignedInUser me, Consumer<ModelAndView> typed) {
    if (result instanceof ChangeResult.Done) {
      return new ModelAndView("redirect:/console/tickets/" + wish.number() + "?done");
    }
    if (result instanceof ChangeResult.Unknown) {
      throw new NoSuchPage("ticket " + wish.number());
    }
    ModelAndView page;
    if (result instanceof ChangeResult.Stale stale) {
      page = page(wish.number(), me, HttpStatus.CONFLICT);
      page.addObject("conflict", stale.since().stream().map(events::of).toList());
    } else if (result instanceof ChangeResult.Refused refused) {
      page = page(wish.number(), me, HttpStatus.CONFLICT);
      page.addObject(
          "refused", labels.text("ticket.refused", labels.name("state", refused.now().state())));
    } else {
      page = wrong(wish.number(), FormErrors.of((ChangeResult.Invalid) result, labels), me);
    }
    typed.accept(page);
    return page;
  }

  /**
   * The page after a wish about whose it is.
   *
   * @param typed puts what the user typed back into the page
   */
  ModelAndView to(
      Outcome outcome, TicketNumber number, SignedInUser me, Consumer<ModelAndView> typed) {
    if (outcome instanceof Outcome.Done) {
      return new ModelAndView("redirect:/console/tickets/" + number + "?done");
    }
    if (outcome instanceof Outcome.Unknown) {
      throw new NoSuchPage("ticket " + number);
    }
    ModelAndView page = page(number, me, HttpStatus.CONFLICT);
    if (outcome instanceof Outcome.Stale stale) {
      page.addObject("conflict", stale.changed().since().stream().map(events::of).toList());
    } else if (outcome instanceof Outcome.Refused refused) {
      page.addObject("refused", sentences.of(refused));
    }
    typed.accept(page);
    return page;
  }

  /** The page with a sentence that says why it was not done. */
  public ModelAndView refused(TicketNumber number, String sentence, SignedInUser me) {
    return page(number, me, HttpStatus.CONFLICT).addObject("refused", sentence);
  }

  /** The page with messages beside fields. */
  ModelAndView wrong(TicketNumber number, Map<String, String> errors, SignedInUser me) {
    return page(number, me, HttpStatus.UNPROCESSABLE_CONTENT).addObject("errors", errors);
  }

  private ModelAndView page(TicketNumber number, SignedInUser me, HttpStatus status) {
    TicketRow row =
        tickets.find(number, me.scope()).orElseThrow(() -> new NoSuchPage("ticket " + number));
    ExtendedModelMap model = new ExtendedModelMap();
    pages.fill(row, me, model);
    ModelAndView page = new ModelAndView("ticket", status);
    page.addAllObjects(model);
    return page;
  }
}
