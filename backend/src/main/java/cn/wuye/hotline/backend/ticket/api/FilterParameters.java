package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Due;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Relation;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketCursor;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameters of the ticket list. A misspelt one is told: ignored, it would show too much. */
final class FilterParameters {
  private static final Set<String> NAMES =
      new TreeSet<>(
          List.of(
              "state",
              "kind",
              "category",
              "subcategory",
              "urgency",
              "estate",
              "channel",
              "callId",
              "reporterPhone",
              "from",
              "to",
              "text",
              "due",
              "relation",
              "after",
              "limit"));
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_SEARCH = 100;

  private final Map<String, String> values;
  private final FieldCheck check = new FieldCheck();

  FilterParameters(Map<String, String> values) {
    this.values = values;
  }

  /** What is asked for; ends the request when something of it is wrong. */
  Query read() {
    values.keySet().stream()
        .filter(name -> !NAMES.contains(name))
        .forEach(name -> check.wrong(name, "unknown-parameter", String.join(", ", NAMES)));
    TicketFilter filter = filter();
    @Nullable TicketCursor after =
        check.parsed("after", values.get("after"), FilterParameters::cursor, "next");
    @Nullable Integer limit = check.parsed("limit", values.get("limit"), Integer::valueOf, "50");
    int rows = limit == null ? DEFAULT_LIMIT : limit;
    check.between("limit", rows, 1, TicketList.MAX_LIMIT).done();
    return new Query(filter, Optional.ofNullable(after), rows);
  }

  private TicketFilter filter() {
    @Nullable String text = given("text");
    check.text("text", text, MAX_SEARCH);
    return new TicketFilter(
            states(),
            check.coded("kind", values.get("kind"), Kind.class),
            given("category"),
            given("subcategory"),
            check.coded("urgency", values.get("urgency"), Urgency.class),
            check.parsed("estate", values.get("estate"), EstateId::parse, "1"),
            check.coded("channel", values.get("channel"), Channel.class),
            check.parsed("callId", values.get("callId"), CallId::new, "node-1-1763800000.12"),
            check.parsed(
                "reporterPhone", values.get("reporterPhone"), PhoneNumber::new, "13800000001"),
            check.parsed("from", values.get("from"), Instant::parse, "2026-01-31T00:00:00Z"),
            check.parsed("to", values.get("to"), Instant::parse, "2026-01-31T00:00:00Z"),
            text)
        .due(check.coded("due", values.get("due"), Due.class))
        .related(check.coded("relation", values.get("relation"), Relation.class));
  }

  private Set<State> states() {
    Set<State> states = new LinkedHashSet<>();
    for (String code : values.getOrDefault("state", "").split(",", -1)) {
      @Nullable State state = check.coded("state", code.strip(), State.class);
      if (state != null) {
        states.add(state);
      }
    }
    return states;
  }

  private @Nullable String given(String name) {
    @Nullable String value = values.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static TicketCursor cursor(String text) {
    return TicketCursor.find(text).orElseThrow(() -> new IllegalArgumentException("no cursor"));
  }

  /** A page that is asked for. */
  record Query(TicketFilter filter, Optional<TicketCursor> after, int limit) {}
}
