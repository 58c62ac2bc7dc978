package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.filter.SavedFilter;
import cn.wuye.hotline.backend.filter.SavedFilters;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.user.SignedInUser;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The saved filters as chips above the list. */
@Component
class FilterChips {
  private static final int COUNTED = 100;

  private final SavedFilters filters;
  private final TicketList tickets;
  private final Crew crew;

  FilterChips(SavedFilters filters, TicketList tickets, Crew crew) {
    this.crew = crew;
    this.filters = filters;
    this.tickets = tickets;
  }

  /**
   * One chip.
   *
   * @param count how many tickets, "99+" for many; empty string while not counted
   * @param removable whether the reader may remove it
   */
  record Chip(
      long id,
      String name,
      String address,
      String count,
      boolean here,
      boolean shared,
      boolean standard,
      boolean removable) {}

  /**
   * Adds {@code saved, savedHere} to a page.
   *
   * @param here the query of the page
   * @param counted whether to count, which the first look at the list does not wait for
   */
  void add(String here, SignedInUser me, boolean counted, Model model) {
    model.addAttribute(
        "saved", filters.of(me).stream().map(each -> chip(each, here, me, counted)).toList());
    model.addAttribute("savedHere", here);
  }

  private Chip chip(SavedFilter filter, String here, SignedInUser me, boolean counted) {
    return new Chip(
        filter.id(),
        filter.name(),
        ListParameters.PATH + "?" + filter.query(),
        counted ? count(filter, me) : "",
        filter.query().equals(here),
        filter.shared(),
        filter.standard(),
        filter.mine() || me.administers());
  }

  private String count(SavedFilter filter, SignedInUser me) {
    ListParameters asked = ListParameters.of(filter.query());
    TicketFilter wanted =
        ListQuery.of(asked)
            .of(asked.who(), me.getUsername(), crew.departmentOf(me.getUsername()))
            .filter()
            .seeingPhones(me.seesPhoneNumbers());
    int found = tickets.countUpTo(wanted, me.scope(), COUNTED);
    return found < COUNTED ? Integer.toString(found) : COUNTED - 1 + "+";
  }
}
