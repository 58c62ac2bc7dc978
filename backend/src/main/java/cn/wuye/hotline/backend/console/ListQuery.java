package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Concern;
import cn.wuye.hotline.backend.ticket.Due;
import cn.wuye.hotline.backend.ticket.Relation;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketCursor;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the list's address asks for, understood. What is not understood counts as not given, and is
 * named so that the user is told.
 *
 * @param misunderstood parameters that made no sense, as {@code name=value}
 */
record ListQuery(TicketFilter filter, Optional<TicketCursor> after, List<String> misunderstood) {
  private static final int LONGEST_SEARCH = 100;

  static ListQuery of(ListParameters asked) {
    Reader reader = new Reader();
    String category = asked.category();
    int slash = category.indexOf('/');
    State state = reader.read("state", asked.state(), code -> Coded.of(State.class, code));
    TicketFilter filter =
        new TicketFilter(
                state != null ? Set.of(state) : asked.openOnly() ? State.OPEN : Set.of(),
                null,
                blankToNull(slash < 0 ? category : category.substring(0, slash)),
                blankToNull(slash < 0 ? "" : category.substring(slash + 1)),
                reader.read("urgency", asked.urgency(), code -> Coded.of(Urgency.class, code)),
                reader.read("estate", asked.estate(), EstateId::parse),
                reader.read("channel", asked.channel(), code -> Coded.of(Channel.class, code)),
                null,
                null,
                reader.read("from", asked.from(), day -> startOf(LocalDate.parse(day))),
                reader.read("to", asked.to(), day -> startOf(LocalDate.parse(day).plusDays(1))),
                blankToNull(Text.fitted(asked.q(), LONGEST_SEARCH)),
                asked.unfinishedOnly() ? Boolean.TRUE : null)
            .due(reader.read("due", asked.due(), code -> Coded.of(Due.class, code)))
            .related(
                reader.read("relation", asked.relation(), code -> Coded.of(Relation.class, code)));
    TicketCursor after =
        reader.read("cursor", asked.cursor(), text -> TicketCursor.find(text).orElseThrow());
    return new ListQuery(filter, Optional.ofNullable(after), List.copyOf(reader.misunderstood));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(Labels.ZONE).toInstant();
  }

  /** The same for the one who asks, when she asks for her own or her department's. */
  ListQuery of(String who, String login, Optional<String> department) {
    TicketFilter whose =
        switch (who) {
          case "mine" -> filter.of(new Concern.Owner(login));
          // Who is in no department has none of a department's.
          case "department" -> filter.of(new Concern.Department(department.orElse("-")));
          case "nobody" -> filter.withoutOwner();
          default -> filter;
        };
    return new ListQuery(whose, after, misunderstood);
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private static final class Reader {
    private final List<String> misunderstood = new ArrayList<>();

    <T> @Nullable T read(String name, String value, Function<String, T> parse) {
      if (value.isBlank()) {
        return null;
      }
      try {
        return parse.apply(value.strip());
      } catch (IllegalArgumentException | DateTimeException | java.util.NoSuchElementException e) {
        misunderstood.add(name + "=" + value);
        return null;
      }
    }
  }
}
