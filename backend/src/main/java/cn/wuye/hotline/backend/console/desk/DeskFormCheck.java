package cn.wuye.hotline.backend.console.desk;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.desk.DeskTickets.Written;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the form: what she has written, or what is wrong with it, field by field. */
final class DeskFormCheck {
  private final DeskForm form;
  private final Labels labels;
  private final Map<String, String> errors = new LinkedHashMap<>();

  /**
   * @param estateNeeded whether a ticket without an estate would vanish from her eyes
   */
  DeskFormCheck(DeskForm form, boolean estateNeeded, Labels labels) {
    this.form = form;
    this.labels = labels;
    if (form.text().isBlank()) {
      errors.put("text", labels.text("error.required"));
    }
    limit("text", form.text(), Contents.MAX_TEXT);
    if (form.category().isBlank()) {
      errors.put("category", labels.text("error.choose"));
    }
    if (Coded.find(Kind.class, form.kind()).isEmpty()) {
      errors.put("kind", labels.text("error.choose"));
    }
    if (Coded.find(Urgency.class, form.urgency()).isEmpty()) {
      errors.put("urgency", labels.text("error.choose"));
    }
    boolean estateWrong =
        form.estate().isBlank() ? estateNeeded : EstateId.find(form.estate()).isEmpty();
    if (estateWrong) {
      errors.put("estate", labels.text("error.choose"));
    }
    limit("building", form.building(), TicketPlace.MAX_BUILDING);
    limit("unit", form.unit(), TicketPlace.MAX_UNIT);
    limit("room", form.room(), TicketPlace.MAX_ROOM);
    limit("reporter", form.reporter(), Reporter.MAX_NAME);
  }

  Map<String, String> errors() {
    return errors;
  }

  /** Only without errors. */
  Written written() {
    int slash = form.category().indexOf('/');
    return new Written(
        new Subject(
            Coded.of(Kind.class, form.kind()),
            slash < 0 ? form.category() : form.category().substring(0, slash),
            slash < 0 ? "" : form.category().substring(slash + 1),
            Coded.of(Urgency.class, form.urgency())),
        new TicketPlace(
            EstateId.find(form.estate()).orElse(null),
            form.building().strip(),
            form.unit().strip(),
            form.room().strip(),
            ""),
        form.reporter().strip(),
        form.text().strip());
  }

  /** What a rule refuses, beside its field. */
  static Map<String, String> of(ChangeResult.Invalid invalid, Labels labels) {
    String field =
        switch (invalid.reason()) {
          case UNKNOWN_ESTATE -> "estate";
          case UNKNOWN_RESIDENT -> "reporter";
          case UNKNOWN_CATEGORY,
              CATEGORY_NOT_OFFERED,
              UNKNOWN_SURVIVOR,
              CIRCULAR_DUPLICATE,
              SURVIVOR_MISSING,
              SURVIVOR_OVER,
              LESS_URGENT_SURVIVOR,
              DUTY_REASON_MISSING ->
              "category";
        };
    return Map.of(field, labels.text("error." + invalid.reason().code()));
  }

  private void limit(String field, String value, int most) {
    int length = Text.length(value.strip());
    if (length > most) {
      errors.put(field, labels.text("error.tooLong", most, length));
    }
  }
}
