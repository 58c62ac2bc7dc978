package cn.wuye.hotline.backend.ticket;

import static cn.wuye.hotline.backend.ticket.State.ACCEPTED;
import static cn.wuye.hotline.backend.ticket.State.ARCHIVED;
import static cn.wuye.hotline.backend.ticket.State.CALLBACK;
import static cn.wuye.hotline.backend.ticket.State.DISPATCHED;
import static cn.wuye.hotline.backend.ticket.State.DUPLICATE;
import static cn.wuye.hotline.backend.ticket.State.IN_PROGRESS;
import static cn.wuye.hotline.backend.ticket.State.NEW;
import static cn.wuye.hotline.backend.ticket.State.NOT_CONFIRMED;
import static cn.wuye.hotline.backend.ticket.State.NOT_OUR_DUTY;
import static cn.wuye.hotline.backend.ticket.State.SOLVED;
import static cn.wuye.hotline.backend.ticket.State.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one table of what may be done in which state and where it leads. Archived tickets stay
 * archived: a complaint that comes back is a new ticket, linked to the old one.
 */
public final class Transitions {
  private static final Map<Verb, Row> TABLE = new EnumMap<>(Verb.class);

  static {
    row(Verb.ACCEPT, ACCEPTED, NEW);
    row(Verb.DISPATCH, DISPATCHED, ACCEPTED, DISPATCHED, IN_PROGRESS);
    row(Verb.START, IN_PROGRESS, ACCEPTED, DISPATCHED);
    row(Verb.SOLVE, SOLVED, ACCEPTED, DISPATCHED, IN_PROGRESS);
    row(Verb.DECLINE, NOT_OUR_DUTY, NEW, ACCEPTED, DISPATCHED, IN_PROGRESS);
    row(Verb.NOT_CONFIRM, NOT_CONFIRMED, ACCEPTED, DISPATCHED, IN_PROGRESS);
    row(Verb.WITHDRAW, WITHDRAWN, NEW, ACCEPTED, DISPATCHED, IN_PROGRESS);
    row(Verb.MARK_DUPLICATE, DUPLICATE, NEW, ACCEPTED, DISPATCHED, IN_PROGRESS);
    row(Verb.CALL_BACK, CALLBACK, SOLVED, NOT_OUR_DUTY, NOT_CONFIRMED);
    row(Verb.ARCHIVE, ARCHIVED, CALLBACK, WITHDRAWN, DUPLICATE);
    row(Verb.REOPEN, ACCEPTED, SOLVED, CALLBACK, NOT_OUR_DUTY, NOT_CONFIRMED, WITHDRAWN, DUPLICATE);
  }

  private Transitions() {}

  /** Where the verb leads from this state; empty when it is refused there. */
  public static Optional<State> apply(State from, Verb verb) {
    Row row = TABLE.get(verb);
    return row != null && row.from.contains(from) ? Optional.of(row.to) : Optional.empty();
  }

  /** What may be done in this state, in the order of {@link Verb}. */
  public static Set<Verb> possible(State from) {
    return Arrays.stream(Verb.values())
        .filter(verb -> apply(from, verb).isPresent())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verb.class)));
  }

  private static void row(Verb verb, State to, State first, State... more) {
    TABLE.put(verb, new Row(EnumSet.of(first, more), to));
  }

  private record Row(Set<State> from, State to) {}
}
