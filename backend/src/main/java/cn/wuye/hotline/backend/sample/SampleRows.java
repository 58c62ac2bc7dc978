package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.NumberRange;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.ticket.search.SearchDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Many rows at once: one statement a row would take minutes, and is what the services are for. */
@Component
class SampleRows {
  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;
  private final SampleEvents events;
  private final Categories categories;

  SampleRows(JdbcTemplate jdbc, SampleEvents events, Categories categories) {
    this.jdbc = jdbc;
    this.events = events;
    this.categories = categories;
  }

  /** Residents get the ids 1, 2 …: the table is empty. */
  void residents(List<SampleResident> residents, List<EstateId> estates) {
    List<Object[]> people = new ArrayList<>();
    List<Object[]> phones = new ArrayList<>();
    List<Object[]> homes = new ArrayList<>();
    for (int n = 0; n < residents.size(); n++) {
      SampleResident resident = residents.get(n);
      SampleDwelling home = resident.home();
      long estate = estates.get(home.estate()).value();
      people.add(new Object[] {n + 1, resident.name(), resident.dialect(), resident.birthYear()});
      phones.add(new Object[] {n + 1, resident.phone()});
      homes.add(new Object[] {n + 1, estate, home.building(), home.unit(), home.room()});
    }
    insert(
        "INSERT INTO resident (id, version, name, dialect, birth_year) VALUES (?, 0, ?, ?, ?)",
        people);
    insert("INSERT INTO resident_phone (resident_id, position, number) VALUES (?, 0, ?)", phones);
    insert(
        "INSERT INTO resident_dwelling (resident_id, position, estate_id, building, unit, room)"
            + " VALUES (?, 0, ?, ?, ?, ?)",
        homes);
  }

  void tickets(SampleWorld world, List<EstateId> estates, NumberRange numbers) {
    Map<String, String> categoryOf = categoryOf();
    List<Object[]> tickets = new ArrayList<>();
    List<Object[]> terms = new ArrayList<>();
    List<Object[]> timeline = new ArrayList<>();
    for (int n = 0; n < world.tickets().size(); n++) {
      SampleTicket ticket = world.tickets().get(n);
      long number = numbers.number(n).value();
      String category =
          Objects.requireNonNull(categoryOf.get(ticket.subcategory()), ticket.subcategory());
      SampleResident reporter = world.residents().get(ticket.resident());
      long estate = estates.get(reporter.home().estate()).value();
      tickets.add(row(number, ticket, category, reporter, estate));
      terms.add(terms(number, ticket, reporter, estate));
      timeline.addAll(events.of(number, ticket));
    }
    insert(
        "INSERT INTO ticket (number, version, origin_key, channel, kind, category, subcategory,"
            + " urgency, state, state_since, estate_id, building, unit, room, resident_id,"
            + " reporter_name, reporter_phone, text, unfinished, opened_at, entered_at, updated_at,"
            + " owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tickets);
    insert("INSERT INTO ticket_search (ticket, terms, body, made_by) VALUES (?, ?, ?, ?)", terms);
    timeline.sort(
        (a, b) -> ((java.time.LocalDateTime) a[2]).compareTo((java.time.LocalDateTime) b[2]));
    insert(
        "INSERT INTO ticket_event (ticket, ticket_version, happened_at, kind, actor, details)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        timeline);
  }

  private static Object[] terms(
      long number, SampleTicket ticket, SampleResident reporter, long estate) {
    SampleDwelling home = reporter.home();
    SearchDocument document =
        SearchDocument.of(
            new SearchDocument.Source(
                number,
                estate,
                home.building(),
                home.unit(),
                home.room(),
                reporter.phone(),
                List.of(ticket.text(), reporter.name())));
    return new Object[] {number, document.terms(), document.body(), SearchDocument.VERSION};
  }

  private static Object[] row(
      long number, SampleTicket ticket, String category, SampleResident reporter, long estate) {
    List<SampleStep> steps = ticket.steps();
    State state = steps.isEmpty() ? State.NEW : steps.get(steps.size() - 1).to();
    Instant since = steps.isEmpty() ? ticket.openedAt() : steps.get(steps.size() - 1).at();
    return new Object[] {
      number,
      steps.size(),
      "sample:" + number,
      ticket.channel().code(),
      ticket.line().kind(),
      category,
      ticket.subcategory(),
      ticket.line().urgency(),
      state.code(),
      Utc.column(since),
      estate,
      reporter.home().building(),
      reporter.home().unit(),
      reporter.home().room(),
      ticket.resident() + 1,
      reporter.name(),
      reporter.phone(),
      ticket.text(),
      ticket.unfinished(),
      Utc.column(ticket.openedAt()),
      Utc.column(ticket.openedAt().plus(Duration.ofSeconds(20))),
      Utc.column(since),
      owner(steps)
    };
  }

  /** Whoever accepted it last is responsible. */
  private static @Nullable String owner(List<SampleStep> steps) {
    return steps.stream()
        .filter(step -> step.verb() == Verb.ACCEPT)
        .reduce((first, second) -> second)
        .map(step -> new Actor(step.actor()).login())
        .orElse(null);
  }

  private Map<String, String> categoryOf() {
    Map<String, String> map = new HashMap<>();
    for (Category category : categories.all()) {
      category.subcategories().forEach(sub -> map.put(sub.code(), category.code()));
    }
    return map;
  }

  private void insert(String sql, List<Object[]> rows) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      jdbc.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + BATCH)));
    }
  }
}
