package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a form: contents of a ticket, or what is wrong, field by field. */
final class FormCheck {
  private static final int LINE = 60;
  private static final int SHORT = 30;

  private final TicketForm form;
  private final Labels labels;
  private final Map<String, String> errors = new LinkedHashMap<>();

  FormCheck(TicketForm form, Labels labels) {
    this.form = form;
    this.labels = labels;
    text();
    choice("kind", form.kind(), Kind.class);
    if (form.category().isBlank()) {
      errors.put("category", labels.text("error.choose"));
    }
    choice("urgency", form.urgency(), Urgency.class);
    if (!form.estate().isBlank() && !form.estate().matches("[1-9][0-9]{0,17}")) {
      errors.put("estate", labels.text("error.choose"));
    }
    limit("building", form.building(), LINE);
    limit("unit", form.unit(), SHORT);
    limit("room", form.room(), SHORT);
    limit("reporter", form.reporter(), LINE);
    if (!form.phone().isBlank() && !digits(form.phone()).matches("\\+?[0-9]{7,20}")) {
      errors.put("phone", labels.text("error.phone"));
    }
  }

  /** Field name to what is wrong; empty when nothing is. */
  Map<String, String> errors() {
    return errors;
  }

  /** The contents of a new ticket. Only without errors. */
  Contents contents() {
    return over(new Contents(subject(), TicketPlace.UNKNOWN, Reporter.UNKNOWN, "", false, false));
  }

  /** The contents of a ticket with what the form says put in. Only without errors. */
  Contents over(Contents now) {
    PhoneNumber hidden = now.reporter().phone();
    return new Contents(
        subject(),
        new TicketPlace(
            form.estate().isBlank() ? null : EstateId.parse(form.estate()),
            form.building().strip(),
            form.unit().strip(),
            form.room().strip(),
            now.place().words()),
        new Reporter(now.reporter().residentId(), form.reporter().strip(), phone(hidden)),
        form.text().strip(),
        now.unfinished(),
        now.needsTranscript());
  }

  private Subject subject() {
    int slash = form.category().indexOf('/');
    return new Subject(
        Coded.of(Kind.class, form.kind()),
        slash < 0 ? form.category() : form.category().substring(0, slash),
        slash < 0 ? "" : form.category().substring(slash + 1),
        Coded.of(Urgency.class, form.urgency()));
  }

  private @Nullable PhoneNumber phone(@Nullable PhoneNumber before) {
    return form.phone().isBlank() ? before : new PhoneNumber(digits(form.phone()));
  }

  private void text() {
    if (form.text().isBlank()) {
      errors.put("text", labels.text("error.required"));
    } else {
      limit("text", form.text(), Contents.MAX_TEXT);
    }
  }

  private void limit(String field, String value, int most) {
    int length = Text.length(value.strip());
    if (length > most) {
      errors.put(field, labels.text("error.tooLong", most, length));
    }
  }

  private <E extends Enum<E> & Coded> void choice(String field, String code, Class<E> type) {
    Optional<E> known = Coded.find(type, code);
    if (known.isEmpty()) {
      errors.put(field, labels.text("error.choose"));
    }
  }

  // People write numbers with blanks and hyphens.
  private static String digits(String phone) {
    return phone.replaceAll("[\\s()（）-]", "");
  }
}
