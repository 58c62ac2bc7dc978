package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.deadline.calendar.CalendarChanges;
import cn.wuye.hotline.backend.deadline.calendar.EstateCalendar;
import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.deadline.store.BookRows;
import cn.wuye.hotline.backend.deadline.store.CalendarEdition;
import cn.wuye.hotline.backend.deadline.store.DeadlineBook;
import cn.wuye.hotline.backend.deadline.store.DeadlineBooks;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Where working calendars are read and changed. {@code default} and others are those of the
 * company, which any estate may use; {@code estate-12} is that of one estate and belongs to its
 * administrators.
 */
@Component
public class CalendarDesk {
  private static final Logger log = LoggerFactory.getLogger(CalendarDesk.class);
  private static final String OF_ESTATE = "estate-";
  private static final String NEW = "calendar-";
  private static final int MOST_DAYS_LOGGED = 20;

  private final DeadlineBooks books;
  private final BookRows rows;
  private final Estates estates;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  CalendarDesk(
      DeadlineBooks books,
      BookRows rows,
      Estates estates,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.books = books;
    this.rows = rows;
    this.estates = estates;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** The newest version of each calendar: the default, those of the company, those of estates. */
  public List<CalendarEdition> all(EstateScope scope) {
    return CalendarsNow.newest(books.current().calendars()).values().stream()
        .filter(edition -> sees(scope, edition.id()))
        .sorted(
            Comparator.comparing((CalendarEdition e) -> !e.id().equals(CalendarEdition.DEFAULT))
                .thenComparing(e -> owner(e.id()).isPresent())
                .thenComparing(CalendarEdition::name)
                .thenComparing(CalendarEdition::id))
        .toList();
  }

  /** The newest version of a calendar. */
  public Optional<CalendarEdition> find(String id, EstateScope scope) {
    return Optional.ofNullable(CalendarsNow.newest(books.current().calendars()).get(id))
        .filter(edition -> sees(scope, id));
  }

  /** All versions of a calendar, the newest first. */
  public List<CalendarEdition> history(String id, EstateScope scope) {
    return sees(scope, id)
        ? books.current().calendars().stream()
            .filter(edition -> edition.id().equals(id))
            .sorted(Comparator.comparing(edition -> -edition.version()))
            .toList()
        : List.of();
  }

  /** The same of each calendar that is there for the asker. */
  public List<List<CalendarEdition>> histories(EstateScope scope) {
    Map<String, List<CalendarEdition>> histories = new TreeMap<>();
    for (CalendarEdition edition : books.current().calendars()) {
      if (sees(scope, edition.id())) {
        histories.computeIfAbsent(edition.id(), id -> new ArrayList<>()).add(0, edition);
      }
    }
    return List.copyOf(histories.values());
  }

  /** The estates of the asker by the id of the calendar that they have now. */
  public Map<String, List<Estate>> users(EstateScope scope) {
    Instant now = Utc.now(clock);
    DeadlineBook book = books.current();
    Map<String, List<Estate>> users = new LinkedHashMap<>();
    for (Estate estate : estates.findAllByOrderByPositionAscIdAsc()) {
      if (scope.sees(estate.requireId())) {
        String id = book.calculator().calendars().find(estate.requireId(), now).version().id();
        users.computeIfAbsent(id, calendar -> new ArrayList<>()).add(estate);
      }
    }
    return users;
  }

  /** Whether there is an estate for the asker. */
  public boolean knows(EstateId estate, EstateScope scope) {
    return scope.sees(estate) && estates.existsById(estate);
  }

  /** The calendar that an estate has now. */
  public CalendarEdition of(EstateId estate) {
    DeadlineBook book = books.current();
    String id = book.calculator().calendars().find(estate, Utc.now(clock)).version().id();
    CalendarEdition found = CalendarsNow.newest(book.calendars()).get(id);
    if (found == null) {
      throw new IllegalStateException("estate " + estate + " has an unknown calendar " + id);
    }
    return found;
  }

  /** The id of the calendar that an estate may have for itself. */
  public static String own(EstateId estate) {
    return OF_ESTATE + estate;
  }

  /** The estate that has this calendar for itself; empty for one of the company. */
  public static Optional<EstateId> owner(String id) {
    return id.startsWith(OF_ESTATE)
        ? EstateId.find(id.substring(OF_ESTATE.length()))
        : Optional.empty();
  }

  /** Whether somebody may change a calendar. */
  public static boolean edits(SignedInUser me, String id) {
    return owner(id)
        .map(estate -> me.administers() && me.scope().sees(estate))
        .orElse(me.administersAll());
  }

  /**
   * Makes the next version of a calendar, or the first one of a new calendar; an estate's own is
   * used by it from then on. It holds for what begins from now on.
   *
   * @param id empty for a new one of the company
   * @param seen the version that its writer had before her; 0 for a new calendar
   * @param note why, may be empty
   * @return what is wrong, by field; {@code version} when somebody was faster; empty when it is
   *     done
   */
  public Map<String, Wrong> save(
      String id, int seen, CalendarDraft draft, String note, SignedInUser me) {
    if (!edits(me, id)) {
      throw new AccessDeniedException("changes no calendars of the company");
    }
    Optional<CalendarEdition> before = find(id, me.scope());
    boolean fresh = id.isEmpty() || owner(id).filter(estates::existsById).isPresent();
    if (before.isEmpty() && !fresh) {
      return Map.of("version", Wrong.of("calendars.error.gone"));
    }
    boolean named =
        owner(id).isPresent() || before.filter(edition -> edition.name().isEmpty()).isPresent();
    Map<String, Wrong> wrong =
        CalendarCheck.of(draft, named, note, targets(owner(id)), Utc.now(clock));
    if (!wrong.isEmpty()) {
      return wrong;
    }
    try {
      return transactions.run(() -> keep(id, seen, draft, note.strip(), me));
    } catch (DuplicateKeyException faster) {
      return stale();
    }
  }

  /** What rules ask for in this calendar: those of other estates than its own do not matter. */
  private List<Target> targets(Optional<EstateId> owner) {
    return books.current().calculator().rules().inForceAt(Utc.now(clock)).stream()
        .filter(
            rule -> {
              EstateId estate = rule.conditions().estate();
              return estate == null || owner.map(estate::equals).orElse(true);
            })
        .flatMap(rule -> rule.targets().stream())
        .toList();
  }

  private Map<String, Wrong> keep(
      String id, int seen, CalendarDraft draft, String note, SignedInUser me) {
    rows.changing();
    List<CalendarEdition> all = rows.calendars();
    CalendarEdition before = CalendarsNow.newest(all).get(id);
    int version = before == null ? 0 : before.version();
    if (version != seen) {
      return stale();
    }
    String name = draft.name().strip();
    CalendarChanges changes =
        before == null ? null : CalendarChanges.between(before.content(), draft.content());
    if (before != null && changes != null && changes.none() && before.name().equals(name)) {
      return Map.of("version", Wrong.of("rules.error.unchanged"));
    }
    Instant now = Utc.now(clock);
    Instant from = before == null || now.isAfter(before.validFrom()) ? now : before.validFrom();
    String kept = id.isEmpty() ? free(all) : id;
    String by = Audit.user(me.getUsername());
    rows.insert(new CalendarEdition(kept, version + 1, from, draft.content(), by, now, note, name));
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("version", version + 1);
    if (!note.isEmpty()) {
      details.put("note", note);
    }
    if (before != null && !before.name().equals(name)) {
      details.put("name", Map.of("from", before.name(), "to", name));
    }
    if (changes != null) {
      log(changes, details);
    }
    Optional<EstateId> owner = before == null ? owner(kept) : Optional.empty();
    owner.ifPresent(
        estate -> {
          rows.insert(new EstateCalendar(estate, now, kept), by);
          details.put("estate", estate.toString());
        });
    audit.record(by, AuditAction.SETTING_CHANGED, "work-calendar:" + kept, details);
    log.info("working calendar {} version {} written by {}", kept, version + 1, me);
    return Map.of();
  }

  private static void log(CalendarChanges changes, Map<String, Object> details) {
    changes
        .week()
        .forEach(
            each ->
                details.put(
                    "week." + each.day().getValue(),
                    Map.of("from", each.from().toString(), "to", each.to().toString())));
    changes.days().stream()
        .limit(MOST_DAYS_LOGGED)
        .forEach(
            each ->
                details.put(
                    each.date().toString(),
                    Map.of("from", kind(each.from()), "to", kind(each.to()))));
    if (changes.days().size() > MOST_DAYS_LOGGED) {
      details.put("days", changes.days().size());
    }
  }

  private static String kind(@Nullable SpecialDay day) {
    return day == null ? "" : day.kind().code();
  }

  /**
   * Gives an estate another calendar for what begins from now on.
   *
   * @param before id of the calendar that the asker saw with the estate
   * @return what is wrong, by field; empty when it is done
   */
  public Map<String, Wrong> assign(EstateId estate, String id, String before, SignedInUser me) {
    if (!me.administers()) {
      throw new AccessDeniedException("changes no calendars");
    }
    if (!knows(estate, me.scope())) {
      return Map.of("estate", Wrong.of("rules.error.estate"));
    }
    boolean usable = owner(id).map(estate::equals).orElse(true);
    if (!usable || find(id, me.scope()).isEmpty()) {
      return Map.of("estate", Wrong.of("calendars.error.gone"));
    }
    try {
      return transactions.run(() -> assigned(estate, id, before, me));
    } catch (DuplicateKeyException faster) {
      return Map.of("estate", Wrong.of("calendars.error.assignedMeanwhile"));
    }
  }

  private Map<String, Wrong> assigned(EstateId estate, String id, String before, SignedInUser me) {
    rows.changing();
    Optional<EstateCalendar> latest =
        rows.ofEstates().stream()
            .filter(each -> each.estate().equals(estate))
            .max(Comparator.comparing(EstateCalendar::validFrom));
    String now = latest.map(EstateCalendar::calendar).orElse(CalendarEdition.DEFAULT);
    if (!now.equals(before)) {
      return Map.of("estate", Wrong.of("calendars.error.assignedMeanwhile"));
    }
    if (!now.equals(id)) {
      String by = Audit.user(me.getUsername());
      rows.insert(new EstateCalendar(estate, Utc.now(clock), id), by);
      audit.record(
          by,
          AuditAction.SETTING_CHANGED,
          "estate-calendar:" + estate,
          Map.of("calendar", Map.of("from", now, "to", id)));
    }
    return Map.of();
  }

  private static String free(List<CalendarEdition> all) {
    int highest = 0;
    for (CalendarEdition edition : all) {
      if (edition.id().matches(NEW + "[0-9]{1,9}")) {
        highest = Math.max(highest, Integer.parseInt(edition.id().substring(NEW.length())));
      }
    }
    return NEW + (highest + 1);
  }

  private static Map<String, Wrong> stale() {
    return Map.of("version", Wrong.of("rules.error.stale"));
  }

  private static boolean sees(EstateScope scope, String id) {
    return owner(id).map(scope::sees).orElse(true);
  }
}
