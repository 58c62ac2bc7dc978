package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.deadline.ClockState;
import cn.wuye.hotline.backend.deadline.TicketClock;
import cn.wuye.hotline.backend.deadline.pause.TicketPauses;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice.Considered;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice.Verdict;
import cn.wuye.hotline.backend.deadline.store.Reckoning;
import cn.wuye.hotline.backend.deadline.store.TicketClocks;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The deadlines on a ticket's page. */
@Component
class ClocksPart {
  private static final double NEARLY_USED = 0.8;

  private final TicketClocks clocks;
  private final Tasks tasks;
  private final Labels labels;

  ClocksPart(TicketClocks clocks, Tasks tasks, Labels labels) {
    this.clocks = clocks;
    this.tasks = tasks;
    this.labels = labels;
  }

  /** Adds {@code clocks} to a page. */
  void add(TicketNumber ticket, SignedInUser reader, Model model) {
    clocks
        .of(ticket, reader.scope())
        .ifPresent(reckoning -> model.addAttribute("clocks", view(reckoning)));
  }

  private ClocksView view(Reckoning reckoning) {
    TicketNumber number = reckoning.ticket().number();
    return new ClocksView(
        reckoning.clocks().all().stream()
            .map(clock -> line(clock, name(clock, number), reckoning))
            .toList(),
        reckoning.choice().considered().stream().map(this::why).toList(),
        TicketPauses.paused(reckoning.clocks()),
        TicketPauses.allowed(reckoning).stream().map(this::choice).toList());
  }

  private Choice choice(PauseReason reason) {
    return new Choice(reason.code(), labels.name("pause-reason", reason));
  }

  private ClocksView.Line line(TicketClock clock, String name, Reckoning reckoning) {
    Instant due = clock.due();
    return new ClocksView.Line(
        name,
        labels.name("clock-state", clock.state()),
        tone(clock),
        how(clock),
        due == null ? "" : labels.text("clocks.due", labels.time(due)),
        due == null ? "" : due.toString(),
        (int) Math.max(0, Math.min(100, Math.round(clock.used() * 100))),
        reckoning.book().calculator().counts(clock, reckoning.now()),
        clock.left().toMillis(),
        clock.within().toMillis(),
        labels.text(
            "clocks.rule",
            clock.rule().id(),
            clock.rule().version(),
            clock.calendar(),
            clock.calendarVersion(),
            labels.name("runs", clock.runs())));
  }

  private String name(TicketClock clock, TicketNumber ticket) {
    int occurrence = clock.key().occurrence();
    if (clock.kind() == ClockKind.HELP) {
      return labels.text("clocks.help", tasks.partyName(ticket, occurrence));
    }
    String name = labels.name("clock", clock.key().target());
    return occurrence == 1 ? name : name + " · " + labels.text("clocks.round", occurrence);
  }

  private static String tone(TicketClock clock) {
    return switch (clock.state()) {
      case MISSED -> "danger";
      case MET -> "ok";
      case PAUSED, DROPPED -> "plain";
      case RUNNING -> clock.used() >= NEARLY_USED ? "warn" : "info";
    };
  }

  private String how(TicketClock clock) {
    String amount = labels.amount(clock.left().abs());
    if (clock.state() == ClockState.PAUSED) {
      Instant until = clock.pausedUntil();
      String left = labels.text("clocks.pausedLeft", amount);
      return until == null ? left : left + " · " + labels.text("clocks.paused", labels.time(until));
    }
    return switch (clock.state()) {
      case MET -> labels.text("clocks.met", amount);
      case MISSED -> labels.text(clock.open() ? "clocks.over" : "clocks.missed", amount);
      case DROPPED -> "";
      case RUNNING, PAUSED -> labels.text("clocks.left", amount);
    };
  }

  private ClocksView.Why why(Considered considered) {
    String decidedBy =
        considered.decidedBy() == null ? "" : labels.name("dimension", considered.decidedBy());
    String sentence =
        switch (considered.verdict()) {
          case WON -> labels.text("clocks.why.won", named(considered));
          case LESS_SPECIFIC -> labels.text("clocks.why.less-specific", decidedBy);
          case LATER_IN_ORDER -> labels.text("clocks.why.later-in-order", considered.order());
          case DOES_NOT_MATCH -> labels.text("clocks.why.does-not-match", decidedBy);
        };
    boolean won = considered.verdict() == Verdict.WON;
    return new ClocksView.Why(
        considered.rule().id() + " v" + considered.rule().version(), won, sentence);
  }

  private String named(Considered considered) {
    return considered.named().isEmpty()
        ? labels.text("clocks.why.any")
        : considered.named().stream()
            .map(dimension -> labels.name("dimension", dimension))
            .collect(Collectors.joining(labels.chinese() ? "、" : ", "));
  }
}
