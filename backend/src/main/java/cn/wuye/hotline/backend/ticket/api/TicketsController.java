package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPage;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Timeline;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading tickets. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketsController {
  private final TicketList list;
  private final Timeline timeline;

  TicketsController(TicketList list, Timeline timeline) {
    this.list = list;
    this.timeline = timeline;
  }

  @GetMapping
  ListView list(
      // Each of them is described in openapi/tickets.yml.
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters, Viewer viewer) {
    FilterParameters.Query query = new FilterParameters(parameters).read();
    TicketPage page =
        list.page(
            query.filter().seeingPhones(viewer.seesPhones()),
            viewer.scope(),
            query.after(),
            query.limit());
    return new ListView(
        page.rows().stream().map(row -> TicketView.of(row, viewer)).toList(),
        page.next().map(Object::toString).orElse(null));
  }

  @GetMapping("/counts")
  CountsView counts(Viewer viewer) {
    Map<String, Long> counts = new LinkedHashMap<>();
    list.countByState(TicketFilter.ALL, viewer.scope())
        .forEach((state, count) -> counts.put(state.code(), count));
    return new CountsView(counts);
  }

  @GetMapping("/{number}")
  TicketView one(@PathVariable String number, Viewer viewer) {
    return TicketView.of(row(number, viewer), viewer);
  }

  @GetMapping("/{number}/timeline")
  TimelineView timeline(@PathVariable String number, Viewer viewer) {
    TicketRow row = row(number, viewer);
    return new TimelineView(timeline.of(row.number()).stream().map(EventView::of).toList());
  }

  private TicketRow row(String number, Viewer viewer) {
    return TicketNumber.find(number)
        .flatMap(known -> list.find(known, viewer.scope()))
        .orElseThrow(() -> ChangeAnswers.unknown(number).exception());
  }

  /**
   * A page.
   *
   * @param next to be sent as {@code after} for the next page; null when this is the last
   */
  record ListView(List<TicketView> tickets, @Nullable String next) {}

  /** Tickets by state. */
  record CountsView(Map<String, Long> states) {}

  /** What happened, in order. */
  record TimelineView(List<EventView> events) {}
}
