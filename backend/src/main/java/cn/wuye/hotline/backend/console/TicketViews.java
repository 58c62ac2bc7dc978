package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Transitions;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a ticket into words for the one who reads it. */
@Component
class TicketViews {
  private final Labels labels;
  private final Choices choices;

  TicketViews(Labels labels, Choices choices) {
    this.labels = labels;
    this.choices = choices;
  }

  TicketView of(TicketRow row, SignedInUser reader) {
    Contents contents = row.contents();
    Subject subject = contents.subject();
    Optional<PhoneNumber> phone = Optional.ofNullable(contents.reporter().phone());
    Optional<PhoneNumber> full = phone.filter(number -> reader.seesPhoneNumbers());
    return new TicketView(
        row.number().toString(),
        row.version(),
        labels.name("state", row.state()),
        RowViews.tone(row.state()),
        labels.time(row.stateSince()),
        Optional.ofNullable(row.duplicateOf()).map(Object::toString).orElse(""),
        labels.name("kind", subject.kind()),
        choices.fullCategoryName(subject.category(), subject.subcategory()),
        labels.name("urgency", subject.urgency()),
        subject.emergency(),
        subject.urgency() == Urgency.URGENT,
        contents.unfinished(),
        contents.needsTranscript(),
        labels.name("channel", row.channel()),
        row.placeLine(),
        contents.place().words(),
        contents.reporter().name(),
        full.map(PhoneNumber::digits).or(() -> phone.map(PhoneNumber::masked)).orElse(""),
        full.map(number -> "tel:" + number.digits()).orElse(""),
        contents.text(),
        labels.fullTime(row.openedAt()),
        row.openedAt().toString(),
        row.nextDue() == null ? "" : labels.time(row.nextDue()),
        row.nextDue() != null && labels.past(row.nextDue()),
        reader.writesTickets() ? verbs(row.state()) : List.of());
  }

  private List<Choice> verbs(State state) {
    Verb usual = usual(state);
    return Transitions.possible(state).stream()
        .sorted(Comparator.comparing(verb -> verb != usual))
        .map(verb -> new Choice(verb.code(), labels.name("verb", verb)))
        .toList();
  }

  /** What comes next when all goes well: the button that stands first. */
  private static Verb usual(State state) {
    return switch (state) {
      case NEW -> Verb.ACCEPT;
      case ACCEPTED -> Verb.DISPATCH;
      case DISPATCHED -> Verb.START;
      case IN_PROGRESS -> Verb.SOLVE;
      case SOLVED, NOT_OUR_DUTY, NOT_CONFIRMED -> Verb.CALL_BACK;
      case CALLBACK, WITHDRAWN, DUPLICATE, ARCHIVED -> Verb.ARCHIVE;
    };
  }
}
