package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.filter.SavedFilter;
import cn.wuye.hotline.backend.filter.SavedFilters;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The saved filters as chips above the list. */
@Component
class FilterChips {
  private static final int COUNTED = 100;

  /** A page with many filters over much data waits no longer; the rest stays without a number. */
  private static final Duration COUNTING = Duration.ofSeconds(3);

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
   * @param count how many tickets, "99+" for many; empty string while not counted, or when that
   *     takes too long
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
    long end = System.nanoTime() + COUNTING.toNanos();
    List<Chip> chips = new ArrayList<>();
    for (SavedFilter each : filters.of(me)) {
      String count = counted && System.nanoTime() < end ? count(each, me) : "";
      chips.add(chip(each, here, me, count));
    }
    model.addAttribute("saved", chips);
    model.addAttribute("savedHere", here);
  }

  private static Chip chip(SavedFilter filter, String here, SignedInUser me, String count) {
    return new Chip(
        filter.id(),
        filter.name(),
        ListParameters.PATH + "?" + filter.query(),
        count,
        filter.query().equals(here),
        filter.shared(),
        filter.standard(),
        filter.mine() || me.administersAll());
  }

  private String count(SavedFilter filter, SignedInUser me) {
    ListParameters asked = ListParameters.of(filter.query());
    TicketFilter wanted =
        ListQuery.of(asked)
            .of(asked.who(), me.getUsername(), crew.departmentOf(me.getUsername()))
            .filter()
            .seeingPhones(me.seesPhoneNumbers());
    OptionalInt found = tickets.countUpTo(wanted, me.scope(), COUNTED);
    if (found.isEmpty()) {
      return "";
    }
    return found.getAsInt() < COUNTED ? String.valueOf(found.getAsInt()) : COUNTED - 1 + "+";
  }
}
