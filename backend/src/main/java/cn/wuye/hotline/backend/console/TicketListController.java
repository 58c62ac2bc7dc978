package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.work.Reasons;
import cn.wuye.hotline.backend.filter.SavedFilters;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPage;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.search.SearchQuery;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of tickets: filtered, page by page, fresh. */
@Controller
class TicketListController {
  private static final int PAGE = 30;

  private final TicketList tickets;
  private final RowViews views;
  private final Choices choices;
  private final Labels labels;
  private final Troubles troubles;
  private final SavedFilters saved;
  private final FilterChips chips;
  private final Crew crew;
  private final Reasons reasons;
  private final JobSentences sentences;
  private final ProposalViews proposals;

  TicketListController(
      TicketList tickets,
      RowViews views,
      Choices choices,
      Labels labels,
      Troubles troubles,
      SavedFilters saved,
      FilterChips chips,
      Crew crew,
      Reasons reasons,
      JobSentences sentences,
      ProposalViews proposals) {
    this.proposals = proposals;
    this.crew = crew;
    this.reasons = reasons;
    this.sentences = sentences;
    this.saved = saved;
    this.chips = chips;
    this.tickets = tickets;
    this.views = views;
    this.choices = choices;
    this.labels = labels;
    this.troubles = troubles;
  }

  @GetMapping(ListParameters.PATH)
  String list(
      ListParameters asked,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletRequest request,
      Model model) {
    boolean onlyRows = request.getHeader("HX-Request") != null;
    if (!onlyRows && request.getQueryString() == null) {
      Optional<String> standard = saved.standard(me);
      if (standard.isPresent()) {
        return "redirect:" + ListParameters.PATH + "?" + standard.get();
      }
    }
    Optional<TicketNumber> number = TicketNumber.find(asked.q().strip());
    if (!onlyRows && number.isPresent() && tickets.find(number.get(), me.scope()).isPresent()) {
      return "redirect:/console/tickets/" + number.get();
    }
    Optional<String> department = crew.departmentOf(me.getUsername());
    ListQuery query = ListQuery.of(asked).of(asked.who(), me.getUsername(), department);
    TicketPage page =
        tickets.page(
            query.filter().seeingPhones(me.seesPhoneNumbers()), me.scope(), query.after(), PAGE);
    String typed = query.filter().text();
    SearchQuery sought = typed == null ? null : tickets.query(typed);
    Map<TicketNumber, Reason> why =
        reasons.of(page.rows().stream().map(TicketRow::number).toList());
    model.addAttribute("filter", asked);
    model.addAttribute(
        "rows", page.rows().stream().map(row -> views.of(row, sought, reason(row, why))).toList());
    model.addAttribute("hasDepartment", department.isPresent());
    model.addAttribute("older", page.next().map(next -> asked.page(next.toString())).orElse(null));
    if (onlyRows) {
      return "parts/rows :: rows";
    }
    model.addAttribute("misunderstood", query.misunderstood());
    model.addAttribute("selects", selects(asked, me));
    chips.add(asked.query(), me, false, model);
    proposals.add(me, model);
    model.addAttribute("troubles", troubles.inWords());
    return "tickets";
  }

  private String reason(TicketRow row, Map<TicketNumber, Reason> why) {
    Reason reason = why.get(row.number());
    return reason == null ? "" : sentences.of(reason);
  }

  private List<Select> selects(ListParameters asked, SignedInUser me) {
    return List.of(
        new Select(
            "state",
            labels.text("tickets.filter.state"),
            choices.of("state", State.class),
            asked.state()),
        new Select(
            "category",
            labels.text("tickets.filter.category"),
            choices.categories(),
            asked.category()),
        new Select(
            "urgency",
            labels.text("tickets.filter.urgency"),
            choices.of("urgency", Urgency.class),
            asked.urgency()),
        new Select(
            "estate",
            labels.text("tickets.filter.estate"),
            choices.estates(me.scope()),
            asked.estate()),
        new Select(
            "channel",
            labels.text("tickets.filter.channel"),
            choices.of("channel", Channel.class),
            asked.channel()));
  }

  /** A filter that is chosen from a list. */
  record Select(String name, String label, List<Choice> options, String chosen) {}
}
