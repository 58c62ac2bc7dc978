package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a ticket says, apart from where it stands: all that can be amended, as one value.
 *
 * @param text the reporter's own words, at most {@link #MAX_TEXT} characters
 * @param unfinished 未说完: the reporter did not say all she wanted
 * @param needsTranscript she spoke and nothing could decode it yet
 */
public record Contents(
    @Embedded.Empty Subject subject,
    @Embedded.Empty TicketPlace place,
    @Embedded.Empty Reporter reporter,
    String text,
    boolean unfinished,
    boolean needsTranscript) {
  /** The longest text, in characters (Unicode code points). */
  public static final int MAX_TEXT = 4000;

  public Contents {
    Text.require("text", text, MAX_TEXT);
  }

  /** The same with another urgency. */
  public Contents with(Urgency urgency) {
    return new Contents(
        new Subject(subject.kind(), subject.category(), subject.subcategory(), urgency),
        place,
        reporter,
        text,
        unfinished,
        needsTranscript);
  }

  /** What differs, field by field, in the order of the form. */
  public List<FieldChange> changesTo(Contents other) {
    List<FieldChange> changes = new ArrayList<>();
    for (Field field : Field.values()) {
      Object from = field.get(this);
      Object to = field.get(other);
      if (!Objects.equals(from, to)) {
        changes.add(new FieldChange(field.code(), show(from), show(to)));
      }
    }
    return changes;
  }

  private static @Nullable String show(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
