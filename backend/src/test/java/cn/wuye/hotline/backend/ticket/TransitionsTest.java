package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {
  @ParameterizedTest
  @CsvSource({
    "NEW, ACCEPT, ACCEPTED",
    "ACCEPTED, DISPATCH, DISPATCHED",
    "DISPATCHED, DISPATCH, DISPATCHED",
    "DISPATCHED, START, IN_PROGRESS",
    "IN_PROGRESS, SOLVE, SOLVED",
    "SOLVED, CALL_BACK, CALLBACK",
    "CALLBACK, ARCHIVE, ARCHIVED",
    "CALLBACK, REOPEN, ACCEPTED",
    "ACCEPTED, DECLINE, NOT_OUR_DUTY",
    "NOT_OUR_DUTY, CALL_BACK, CALLBACK",
    "IN_PROGRESS, NOT_CONFIRM, NOT_CONFIRMED",
    "NOT_CONFIRMED, CALL_BACK, CALLBACK",
    "NEW, WITHDRAW, WITHDRAWN",
    "WITHDRAWN, ARCHIVE, ARCHIVED",
    "NEW, MARK_DUPLICATE, DUPLICATE",
    "DUPLICATE, REOPEN, ACCEPTED",
  })
  void leads(State from, Verb verb, State to) {
    assertThat(Transitions.apply(from, verb)).contains(to);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, DISPATCH",
    "NEW, SOLVE",
    "NEW, NOT_CONFIRM",
    "NEW, ARCHIVE",
    "SOLVED, ARCHIVE",
    "SOLVED, WITHDRAW",
    "ACCEPTED, ACCEPT",
    "NOT_OUR_DUTY, ARCHIVE",
    "NEW, REOPEN",
  })
  void refuses(State from, Verb verb) {
    assertThat(Transitions.apply(from, verb)).isEmpty();
  }

  @Test
  void nothingLeadsOutOfTheArchive() {
    assertThat(Transitions.possible(State.ARCHIVED)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "ARCHIVED")
  void everyOtherStateCanReachTheArchive(State start) {
    Set<State> reached = EnumSet.of(start);
    for (int step = 0; step < State.values().length; step++) {
      for (State state : EnumSet.copyOf(reached)) {
        for (Verb verb : Transitions.possible(state)) {
          Transitions.apply(state, verb).ifPresent(reached::add);
        }
      }
    }
    assertThat(reached).contains(State.ARCHIVED);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void everyStateCanBeReached(State state) {
    boolean reached =
        state == State.NEW
            || EnumSet.allOf(State.class).stream()
                .anyMatch(
                    from ->
                        EnumSet.allOf(Verb.class).stream()
                            .anyMatch(
                                verb ->
                                    Transitions.apply(from, verb).stream()
                                        .anyMatch(state::equals)));
    assertThat(reached).isTrue();
  }
}
