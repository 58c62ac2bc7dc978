package cn.wuye.hotline.backend.console.bulk;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.DutyReason;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.Verb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a form: what is to be done, or what is wrong, field by field. */
final class DeedReader {
  /** Longest words, in characters, as on a ticket's page. */
  static final int MAX_WORDS = 2000;

  /** Longest reason for giving a ticket away, as on a ticket's page. */
  static final int MAX_REASON = 500;

  private final BulkForm form;
  private final Labels labels;
  private final Map<String, String> errors = new LinkedHashMap<>();

  DeedReader(BulkForm form, Labels labels) {
    this.form = form;
    this.labels = labels;
  }

  /** Field name to what is wrong; empty when nothing is. Only after {@link #read}. */
  Map<String, String> errors() {
    return errors;
  }

  /** What is to be done; empty when something is wrong. */
  Optional<Deed> read() {
    int most = form.action().equals(BulkForm.GIVE) ? MAX_REASON : MAX_WORDS;
    int length = Text.length(form.words());
    if (length > most) {
      errors.put("words", labels.text("error.tooLong", most, length));
    }
    @Nullable Deed deed =
        switch (form.action()) {
          case BulkForm.GIVE -> give();
          case BulkForm.URGENCY -> hurry();
          case BulkForm.NOTE -> note();
          default -> move();
        };
    return errors.isEmpty() ? Optional.ofNullable(deed) : Optional.empty();
  }

  private Deed give() {
    if (form.to().isBlank()) {
      choose("to");
    }
    require("error.reason-missing");
    return new Deed.Give(form.to(), form.words());
  }

  private @Nullable Deed hurry() {
    require("error.reason-missing");
    Optional<Urgency> urgency = Coded.find(Urgency.class, form.urgency());
    if (urgency.isEmpty()) {
      choose("urgency");
    }
    return urgency.map(wanted -> new Deed.Hurry(wanted, form.words())).orElse(null);
  }

  private Deed note() {
    require("error.noteMissing");
    return new Deed.Note(form.words());
  }

  private @Nullable Deed move() {
    Optional<Verb> verb = Coded.find(Verb.class, form.action()).filter(Deed.Move.VERBS::contains);
    if (verb.isEmpty()) {
      choose("action");
      return null;
    }
    Optional<DutyReason> duty =
        verb.filter(Verb.DECLINE::equals)
            .flatMap(decline -> Coded.find(DutyReason.class, form.duty()));
    if (verb.get() == Verb.DECLINE && duty.isEmpty()) {
      errors.put("duty", labels.text("error.duty-reason-missing"));
    }
    return new Deed.Move(verb.get(), duty, form.words());
  }

  private void require(String message) {
    if (form.words().isEmpty()) {
      errors.put("words", labels.text(message));
    }
  }

  private void choose(String field) {
    errors.put(field, labels.text("error.choose"));
  }
}
