package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.DeadlineNames;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.deadline.settings.LadderTrial.OfClock;
import cn.wuye.hotline.backend.deadline.settings.LadderTrial.Outcome;
import cn.wuye.hotline.backend.deadline.settings.LadderTrial.Told;
import cn.wuye.hotline.backend.deadline.store.DeadlineBooks;
import cn.wuye.hotline.backend.dispatch.Job;
import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.work.Answerable;
import cn.wuye.hotline.backend.user.StaffNames;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who would be told when, in plain words, with the names of those who have the role now. */
@Component
class ToldWords {
  private final LadderWords ladders;
  private final RuleWords rules;
  private final DeadlineNames names;
  private final DeadlineBooks books;
  private final DispatchPlan plan;
  private final Answerable answerable;
  private final StaffNames staff;
  private final Labels labels;

  ToldWords(
      LadderWords ladders,
      RuleWords rules,
      DeadlineNames names,
      DeadlineBooks books,
      DispatchPlan plan,
      Answerable answerable,
      StaffNames staff,
      Labels labels) {
    this.ladders = ladders;
    this.rules = rules;
    this.names = names;
    this.books = books;
    this.plan = plan;
    this.answerable = answerable;
    this.staff = staff;
    this.labels = labels;
  }

  /**
   * Somebody is told.
   *
   * @param people who has the role now; empty string where that depends on the ticket
   */
  record Line(String at, String atIso, String why, String who, String people) {}

  /** What is told of one clock. */
  record Clock(String name, String how, String due, String dueIso, List<Line> lines) {}

  /** What the trial says. */
  record Result(String sentence, List<Clock> clocks, Line unsolved) {}

  Result of(Outcome outcome, TicketProfile ticket) {
    String sentence =
        outcome
            .rule()
            .map(
                rule ->
                    labels.text(
                        "rules.try.won",
                        books.current().rules().stream()
                            .filter(each -> each.rule().ref().equals(rule.ref()))
                            .map(names::of)
                            .findFirst()
                            .orElse(rule.ref().id()),
                        String.valueOf(rule.ref().version())))
            .orElse(labels.text("clocks.none"));
    return new Result(
        sentence,
        outcome.clocks().stream().map(each -> clock(each, ticket)).toList(),
        line(outcome.unsolved(), labels.text("ladder.try.unsolved"), ticket));
  }

  private Clock clock(OfClock each, TicketProfile ticket) {
    return new Clock(
        labels.name("clock", each.clock().target().id()),
        rules.details(each.clock().target()),
        labels.fullTime(each.clock().due()),
        each.clock().due().toString(),
        each.told().stream().map(told -> line(told, why(told), ticket)).toList());
  }

  private String why(Told told) {
    return told.percent() > 0
        ? labels.text("ladder.try.warning", String.valueOf(told.percent()))
        : labels.text(
            told.late().isZero() ? "ladder.try.missed" : "ladder.try.late",
            ladders.late(told.late()));
  }

  private Line line(Told told, String why, TicketProfile ticket) {
    return new Line(
        labels.fullTime(told.at()),
        told.at().toString(),
        why,
        labels.name("escalation-role", told.role()),
        people(told.role(), ticket));
  }

  private String people(Role role, TicketProfile ticket) {
    if (role == Role.OWNER) {
      return "";
    }
    String department =
        plan.matrix()
            .find(
                new Job(
                    ticket.category(),
                    ticket.subcategory(),
                    ticket.category(),
                    ticket.urgency(),
                    ticket.estate(),
                    ""))
            .map(Responsibility::lead)
            .orElse("");
    List<String> logins = answerable.supposed(role, ticket.estate(), department);
    return logins.isEmpty()
        ? labels.text("ladder.nobody")
        : logins.stream().map(staff::of).collect(Collectors.joining(labels.text("ladder.and")));
  }
}
