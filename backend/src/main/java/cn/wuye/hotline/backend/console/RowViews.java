package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.search.SearchQuery;
import cn.wuye.hotline.backend.user.StaffNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts tickets into words for the list. */
@Component
class RowViews {
  private final Labels labels;
  private final Choices choices;
  private final StaffNames staff;

  RowViews(Labels labels, Choices choices, StaffNames staff) {
    this.staff = staff;
    this.labels = labels;
    this.choices = choices;
  }

  /**
   * @param sought what was looked for; null when nothing was
   * @param reason why it is with its owner, in words; empty string for none
   */
  RowView of(TicketRow row, @Nullable SearchQuery sought, String reason) {
    Subject subject = row.contents().subject();
    return new RowView(
        row.number().toString(),
        labels.time(row.openedAt()),
        row.openedAt().toString(),
        Excerpt.of(row.contents().text(), sought),
        labels.name("urgency", subject.urgency()),
        subject.emergency(),
        subject.urgency() == Urgency.URGENT,
        row.contents().unfinished(),
        row.repeatOf() != null,
        row.incident(),
        choices.categoryName(subject.category(), subject.subcategory()),
        labels.name("kind", subject.kind()),
        labels.name("channel", row.channel()),
        Excerpt.whole(row.placeLine(), sought),
        labels.name("state", row.state()),
        tone(row.state()),
        row.owner().isEmpty() ? "" : staff.of(row.owner()),
        reason,
        row.nextDue() == null ? "" : labels.text("clocks.due", labels.time(row.nextDue())),
        row.nextDue() != null && labels.past(row.nextDue()));
  }

  static String tone(State state) {
    return switch (state) {
      case NEW -> "warn";
      case ACCEPTED, DISPATCHED, IN_PROGRESS -> "info";
      case SOLVED, CALLBACK -> "ok";
      case ARCHIVED, NOT_OUR_DUTY, NOT_CONFIRMED, WITHDRAWN, DUPLICATE -> "plain";
    };
  }
}
