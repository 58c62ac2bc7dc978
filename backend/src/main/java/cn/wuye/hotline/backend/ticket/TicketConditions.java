package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.search.SearchQuery;
import cn.wuye.hotline.backend.ticket.search.SearchSql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter and a scope as SQL on {@code ticket t}. */
final class TicketConditions {
  private static final Duration SOON = Duration.ofHours(1);

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  private final boolean manyLate;
  private String from = "";

  /**
   * @param query the filter's text, understood; null when it has none
   * @param now what is due is due from then
   * @param manyLate whether so many are late that a page of them is found sooner by reading the
   *     tickets from the newest on than by sorting all that are late
   */
  TicketConditions(
      TicketFilter filter,
      @Nullable SearchQuery query,
      EstateScope scope,
      Instant now,
      boolean manyLate) {
    this.manyLate = manyLate;
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    if (!seen.isEmpty()) {
      conditions.add(seen);
    }
    if (!filter.states().isEmpty()) {
      add("t.state IN (:states)", "states", filter.states().stream().map(State::code).toList());
    }
    equal("t.kind", "kind", code(filter.kind()));
    typedCode("t.category", "category", filter.category());
    typedCode("t.subcategory", "subcategory", filter.subcategory());
    equal("t.urgency", "urgency", code(filter.urgency()));
    equal("t.estate_id", "estate", filter.estate() == null ? null : filter.estate().value());
    equal("t.channel", "channel", code(filter.channel()));
    equal("t.call_id", "call", filter.call() == null ? null : filter.call().value());
    equal(
        "t.reporter_phone",
        "phone",
        filter.reporterPhone() == null ? null : filter.reporterPhone().digits());
    equal("t.unfinished", "unfinished", filter.unfinished());
    concern(filter.concern());
    if (filter.unowned()) {
      conditions.add("t.owner IS NULL");
    }
    if (filter.from() != null) {
      add("t.opened_at >= :from", "from", Utc.column(filter.from()));
    }
    if (filter.to() != null) {
      add("t.opened_at < :to", "to", Utc.column(filter.to()));
    }
    if (filter.due() != null) {
      due(filter.due(), now);
    }
    if (filter.relation() != null) {
      relation(filter.relation());
    }
    if (query != null) {
      search(query, filter.phonesSeen());
    }
  }

  /** Only what comes after it in the list. The first half is what the index is entered by. */
  TicketConditions after(TicketCursor cursor) {
    conditions.add(
        "t.opened_at <= :afterAt AND (t.opened_at < :afterAt OR t.number < :afterNumber)");
    parameters.put("afterAt", Utc.column(cursor.openedAt()));
    parameters.put("afterNumber", cursor.number().value());
    return this;
  }

  /** What must be joined to {@code ticket t}, and the conditions. */
  String fromWhere() {
    return from + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void concern(@Nullable Concern concern) {
    if (concern instanceof Concern.Owner owner) {
      add("t.owner = :owner", "owner", owner.login());
    } else if (concern instanceof Concern.Department department) {
      add("t.department = :department", "department", department.code());
    }
  }

  /** The clocks are kept by the deadlines, whose index is entered by their due times. */
  private void due(Due due, Instant now) {
    if (due == Due.ESCALATED) {
      escalated();
      return;
    }
    if (due == Due.OVERDUE && manyLate) {
      // The limit keeps the servers from turning it into the other form.
      add(
          "(SELECT 1 FROM ticket_clock c WHERE c.ticket = t.number AND c.stopped_at IS NULL"
              + " AND c.due_at < :dueNow LIMIT 1) = 1",
          "dueNow",
          Utc.column(now));
      return;
    }
    boolean late = due != Due.WITHIN_HOUR;
    add(
        "t.number IN (SELECT c.ticket FROM ticket_clock c WHERE c.stopped_at IS NULL AND "
            + (due == Due.HELP_OVERDUE ? "c.kind = 'help' AND " : "")
            + (late ? "c.due_at < :dueNow)" : "c.due_at >= :dueNow AND c.due_at <= :dueUntil)"),
        "dueNow",
        Utc.column(now));
    if (!late) {
      parameters.put("dueUntil", Utc.column(now.plus(SOON)));
    }
  }

  /**
   * The steps are kept by who chases; a silent one told nobody. Looked up ticket by ticket, by the
   * index on the ticket: the list is read from its newest end and stops early.
   */
  private void escalated() {
    conditions.add(
        "EXISTS (SELECT 1 FROM escalation_step e WHERE e.ticket = t.number"
            + " AND e.role <> 'owner' AND NOT e.silent)");
  }

  /** Incidents are kept by who puts tickets together. */
  private void relation(Relation relation) {
    conditions.add(
        relation == Relation.REPEAT
            ? "t.repeat_of IS NOT NULL"
            : "t.number IN (SELECT i.ticket FROM incident i)");
  }

  private void search(SearchQuery query, boolean seesPhones) {
    if (query.isEmpty()) {
      conditions.add("1 = 0");
      return;
    }
    SearchSql sql = query.sql(seesPhones);
    from = " JOIN ticket_search s ON s.ticket = t.number";
    conditions.addAll(sql.conditions());
    parameters.putAll(sql.parameters());
  }

  /** Codes are ASCII, which the servers refuse to compare with anything else. */
  private void typedCode(String column, String name, @Nullable String value) {
    if (value != null && !value.chars().allMatch(c -> c < 128)) {
      conditions.add("1 = 0");
    } else {
      equal(column, name, value);
    }
  }

  private void equal(String column, String name, @Nullable Object value) {
    if (value != null) {
      add(column + " = :" + name, name, value);
    }
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    parameters.put(name, value);
  }

  private static @Nullable String code(@Nullable Coded value) {
    return value == null ? null : value.code();
  }
}
