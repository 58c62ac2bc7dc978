package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.Transitions;
import cn.wuye.hotline.backend.ticket.Verb;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why a ticket was not changed, in a sentence that says what to do instead. */
@Component
public class ChangeSentences {
  private final Labels labels;
  private final EventViews events;
  private final JobSentences jobs;

  ChangeSentences(Labels labels, EventViews events, JobSentences jobs) {
    this.labels = labels;
    this.events = events;
    this.jobs = jobs;
  }

  /** Empty when it was changed. */
  public Optional<String> of(ChangeResult result) {
    if (result instanceof ChangeResult.Done) {
      return Optional.empty();
    }
    if (result instanceof ChangeResult.Stale stale) {
      return Optional.of(stale(stale.since()));
    }
    if (result instanceof ChangeResult.Refused refused) {
      return Optional.of(refused(refused.now().state(), refused.verb()));
    }
    return Optional.of(
        result instanceof ChangeResult.Invalid invalid
            ? labels.text("error." + invalid.reason().code())
            : unknown());
  }

  /** Empty when it was done. */
  public Optional<String> of(Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      return Optional.empty();
    }
    if (outcome instanceof Outcome.Stale stale) {
      return of(stale.changed());
    }
    return Optional.of(outcome instanceof Outcome.Refused refused ? jobs.of(refused) : unknown());
  }

  /** There is none, or it is in an estate that is not hers: she learns no more than that. */
  public String unknown() {
    return labels.text("change.unknown");
  }

  /** The verb is not allowed there; what would be. */
  public String refused(State state, Verb verb) {
    String possible =
        Transitions.possible(state).stream()
            .map(other -> labels.name("verb", other))
            .collect(Collectors.joining(labels.chinese() ? "、" : ", "));
    String now = labels.name("state", state);
    String wanted = labels.name("verb", verb);
    return possible.isEmpty()
        ? labels.text("change.refused.over", now, wanted)
        : labels.text("change.refused", now, wanted, possible);
  }

  private String stale(List<TicketEvent> since) {
    return since.stream()
        .reduce((earlier, later) -> later)
        .map(events::of)
        .map(last -> labels.text("change.stale", last.at(), last.who(), last.what()))
        .orElseGet(() -> labels.text("change.stale.unseen"));
  }
}
