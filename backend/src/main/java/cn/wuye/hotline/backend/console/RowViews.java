package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Urgency;
import org.springframework.stereotype.Component;

/** Puts tickets into words for the list. */
@Component
class RowViews {
  private final Labels labels;
  private final Choices choices;

  RowViews(Labels labels, Choices choices) {
    this.labels = labels;
    this.choices = choices;
  }

  RowView of(TicketRow row) {
    Subject subject = row.contents().subject();
    return new RowView(
        row.number().toString(),
        labels.time(row.openedAt()),
        row.openedAt().toString(),
        row.contents().text(),
        labels.name("urgency", subject.urgency()),
        subject.emergency(),
        subject.urgency() == Urgency.URGENT,
        row.contents().unfinished(),
        choices.categoryName(subject.category(), subject.subcategory()),
        labels.name("kind", subject.kind()),
        labels.name("channel", row.channel()),
        row.placeLine(),
        labels.name("state", row.state()),
        tone(row.state()));
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
