package cn.wuye.hotline.backend.ticket;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a person has put right stands over what the machine understands, however late that comes in.
 */
public final class PersonsWord {
  private static final Set<String> RAISERS =
      Set.of(Repeats.RAISER.value(), MergedUrgency.RAISER.value());

  private PersonsWord() {}

  /** The newer contents, but with what persons changed as it is now. */
  static Contents keep(Contents now, Contents newer, List<TicketEvent> timeline) {
    if (openedByPerson(timeline)) {
      return now;
    }
    Set<Object> theirs = changed(timeline, PersonsWord::person);
    boolean subject = touches(theirs, Field.KIND, Field.CATEGORY, Field.SUBCATEGORY);
    boolean urgency = touches(theirs, Field.URGENCY);
    boolean place =
        touches(theirs, Field.ESTATE, Field.BUILDING, Field.UNIT, Field.ROOM, Field.PLACE_WORDS);
    boolean reporter = touches(theirs, Field.RESIDENT, Field.REPORTER_NAME, Field.REPORTER_PHONE);
    Subject from = subject ? now.subject() : newer.subject();
    // What was raised for being a repeat, or for what goes on as this one, stays so, unless the
    // caller's words make it worse.
    boolean raised =
        changed(timeline, RAISERS::contains).contains(Field.URGENCY.code())
            && !newer.subject().urgency().above(now.subject().urgency());
    return new Contents(
        new Subject(
            from.kind(),
            from.category(),
            from.subcategory(),
            (urgency || raised ? now : newer).subject().urgency()),
        (place ? now : newer).place(),
        (reporter ? now : newer).reporter(),
        (touches(theirs, Field.TEXT) ? now : newer).text(),
        (touches(theirs, Field.UNFINISHED) ? now : newer).unfinished(),
        (touches(theirs, Field.NEEDS_TRANSCRIPT) ? now : newer).needsTranscript());
  }

  /** Whether a person wrote what the ticket tells, as this history says. */
  public static boolean wroteText(List<TicketEvent> timeline) {
    return openedByPerson(timeline) || touches(changed(timeline, PersonsWord::person), Field.TEXT);
  }

  private static boolean person(String actor) {
    return actor.startsWith("user:");
  }

  /** An agent wrote it while she talked with the caller: the machine knows nothing better. */
  private static boolean openedByPerson(List<TicketEvent> timeline) {
    return timeline.stream()
        .anyMatch(event -> event.kind().equals("opened") && person(event.actor()));
  }

  private static Set<Object> changed(List<TicketEvent> timeline, Predicate<String> by) {
    return timeline.stream()
        .filter(event -> by.test(event.actor()))
        .filter(event -> event.details().get("changes") instanceof List<?>)
        .flatMap(event -> ((List<?>) event.details().get("changes")).stream())
        .map(change -> change instanceof java.util.Map<?, ?> map ? map.get("field") : null)
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static boolean touches(Set<Object> changed, Field... fields) {
    return java.util.Arrays.stream(fields).anyMatch(field -> changed.contains(field.code()));
  }
}
