package cn.wuye.hotline.backend.console.bulk;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen, and what is to be done to it; empty strings where nothing was.
 *
 * @param t the tickets, as {@link Picked} reads them
 * @param action {@code give, urgency, note}, or the code of a verb
 * @param to whom it is given
 * @param urgency code
 * @param duty code of why it is not our duty
 * @param words reason, or the note itself
 * @param back the list's address
 * @param key made with the preview: what is sent twice is done once
 */
record BulkForm(
    List<String> t,
    String action,
    String to,
    String urgency,
    String duty,
    String words,
    String back,
    String key) {
  static final String GIVE = "give";
  static final String URGENCY = "urgency";
  static final String NOTE = "note";

  // Called by data binding: parameters that were not sent are null.
  BulkForm(
      @Nullable List<String> t,
      @Nullable String action,
      @Nullable String to,
      @Nullable String urgency,
      @Nullable String duty,
      @Nullable String words,
      @Nullable String back,
      @Nullable String key) {
    this.t = t == null ? List.of() : t.stream().filter(Objects::nonNull).toList();
    this.action = text(action);
    this.to = text(to);
    this.urgency = text(urgency);
    this.duty = text(duty);
    this.words = text(words).strip();
    this.back = text(back);
    this.key = text(key);
  }

  /** Each ticket once, in their order; what is no ticket number is left out. */
  List<Picked> picked() {
    Map<TicketNumber, Picked> each = new LinkedHashMap<>();
    t.stream()
        .flatMap(text -> Picked.of(text).stream())
        .forEach(one -> each.putIfAbsent(one.number(), one));
    return List.copyOf(each.values());
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
