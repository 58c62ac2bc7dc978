package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.deadline.ClockState;
import cn.wuye.hotline.backend.deadline.TicketClock;
import cn.wuye.hotline.backend.deadline.pause.TicketPauses;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice.Considered;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice.Verdict;
import cn.wuye.hotline.backend.deadline.store.DeadlineBook;
import cn.wuye.hotline.backend.deadline.store.Reckoning;
import cn.wuye.hotline.backend.deadline.store.TicketClocks;
import cn.wuye.hotline.backend.deadline.store.UnreadableDeadlines;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The deadlines on a ticket's page. */
@Component
class ClocksPart {
  private static final Logger log = LoggerFactory.getLogger(ClocksPart.class);
  private static final double NEARLY_USED = 0.8;

  private final TicketClocks clocks;
  private final RuleReasons reasons;
  private final DeadlineNames names;
  private final Tasks tasks;
  private final Labels labels;

  ClocksPart(
      TicketClocks clocks, RuleReasons reasons, DeadlineNames names, Tasks tasks, Labels labels) {
    this.clocks = clocks;
    this.reasons = reasons;
    this.names = names;
    this.tasks = tasks;
    this.labels = labels;
  }

  /**
   * Adds {@code clocks} to a page; without them the rest of the page is to be read all the same.
   */
  void add(TicketNumber ticket, SignedInUser reader, Model model) {
    try {
      clocks
          .of(ticket, reader.scope())
          .ifPresent(reckoning -> model.addAttribute("clocks", view(reckoning)));
    } catch (UnreadableDeadlines broken) {
      log.error("ticket {} is shown without its deadlines", ticket, broken);
      model.addAttribute("clocks", ClocksView.UNREADABLE);
    }
  }

  private ClocksView view(Reckoning reckoning) {
    TicketNumber number = reckoning.ticket().number();
    return new ClocksView(
        true,
        reckoning.clocks().all().stream()
            .map(clock -> line(clock, name(clock, number), reckoning))
            .toList(),
        reckoning.choice().considered().stream().map(each -> why(each, reckoning.book())).toList(),
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
            names.of(clock.rule(), reckoning.book()),
            clock.rule().version(),
            names.of(clock.calendar(), clock.calendarVersion(), reckoning.book()),
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

  private ClocksView.Why why(Considered considered, DeadlineBook book) {
    boolean won = considered.verdict() == Verdict.WON;
    return new ClocksView.Why(
        names.of(considered.rule(), book) + " v" + considered.rule().version(),
        won,
        reasons.of(considered));
  }
}
