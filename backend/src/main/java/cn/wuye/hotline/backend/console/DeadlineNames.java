package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.settings.CalendarDesk;
import cn.wuye.hotline.backend.deadline.store.CalendarEdition;
import cn.wuye.hotline.backend.deadline.store.DeadlineBook;
import cn.wuye.hotline.backend.deadline.store.RuleVersion;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import org.springframework.stereotype.Component;

/** What deadline rules and working calendars are called. */
@Component
public class DeadlineNames {
  private final Labels labels;
  private final Estates estates;

  DeadlineNames(Labels labels, Estates estates) {
    this.labels = labels;
    this.estates = estates;
  }

  /** The name of a rule: its own, or that of its id. */
  public String of(RuleVersion version) {
    return version.name().isEmpty()
        ? labels.name("deadline-rule", version.rule().ref().id())
        : version.name();
  }

  /** The name that a version had; the id of one that is not known. */
  String of(RuleRef ref, DeadlineBook book) {
    return book.rules().stream()
        .filter(version -> version.rule().ref().equals(ref))
        .findFirst()
        .map(this::of)
        .orElse(ref.id());
  }

  /** The name that a version of a calendar had. */
  String of(String calendar, int version, DeadlineBook book) {
    String own =
        book.calendars().stream()
            .filter(edition -> edition.id().equals(calendar) && edition.version() == version)
            .findFirst()
            .map(CalendarEdition::name)
            .orElse("");
    return calendar(calendar, own);
  }

  /**
   * The name of a calendar.
   *
   * @param own empty for one that has none
   */
  public String calendar(String id, String own) {
    if (!own.isEmpty()) {
      return own;
    }
    return CalendarDesk.owner(id)
        .map(estate -> labels.text("calendars.own", estate(estate)))
        .orElseGet(() -> labels.name("work-calendar", id));
  }

  /** The name of an estate; its id when there is none such. */
  public String estate(EstateId estate) {
    return estates.findById(estate).map(Estate::name).orElseGet(estate::toString);
  }
}
