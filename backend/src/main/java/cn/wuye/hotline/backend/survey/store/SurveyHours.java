package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.deadline.calendar.CalendarInForce;
import cn.wuye.hotline.backend.deadline.calendar.TimeLine;
import cn.wuye.hotline.backend.deadline.store.DeadlineBooks;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.outbound.NumberCalls;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.survey.CallRules;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.CallingHours;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When residents may be called: the estate's hours, their own, and what their number has had. */
@Component
public class SurveyHours {
  /** From this age on the narrower hours hold. */
  static final int OLD = 70;

  private final CallRules rules;
  private final DeadlineBooks books;
  private final Residents residents;
  private final ResidentWishes wishes;
  private final NumberCalls calls;

  SurveyHours(
      SurveyProperties properties,
      DeadlineBooks books,
      Residents residents,
      ResidentWishes wishes,
      NumberCalls calls) {
    this.rules = properties.rules();
    this.books = books;
    this.residents = residents;
    this.wishes = wishes;
    this.calls = calls;
  }

  /**
   * Those of an estate.
   *
   * @param estate null while unknown
   */
  public CallingHours of(@Nullable EstateId estate, Instant now) {
    return new CallingHours(rules, calendar(estate, now).version().calendar());
  }

  /**
   * When an estate works.
   *
   * @param estate null while unknown
   */
  public TimeLine work(@Nullable EstateId estate, Instant now) {
    return calendar(estate, now).frames();
  }

  private CalendarInForce calendar(@Nullable EstateId estate, Instant now) {
    return books.current().calculator().calendars().find(estate, now);
  }

  /** What matters of who reported a ticket. */
  public Callee callee(Reporter reporter, Instant now) {
    Long resident = reporter.residentId();
    if (resident == null) {
      return Callee.ANYBODY;
    }
    int year = LocalDate.ofInstant(now, ZoneOffset.UTC).getYear();
    boolean old =
        residents
            .find(resident, EstateScope.ALL)
            .map(Resident::birthYear)
            .filter(born -> year - born >= OLD)
            .isPresent();
    return new Callee(old, wishes.of(resident).preferred());
  }

  /** When the number was called, whatever for, but for what failed on our side. */
  public List<Instant> calls(@Nullable PhoneNumber number, Instant now) {
    return number == null ? List.of() : calls.of(number, now);
  }

  /** Whether who reported it wants no surveys. */
  public boolean declined(Reporter reporter) {
    Long resident = reporter.residentId();
    PhoneNumber number = reporter.phone();
    return resident == null
        ? number != null && wishes.declined(number)
        : wishes.of(resident).noSurveys();
  }
}
