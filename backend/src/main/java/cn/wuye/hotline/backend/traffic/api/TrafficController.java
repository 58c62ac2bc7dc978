package cn.wuye.hotline.backend.traffic.api;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.traffic.Blind;
import cn.wuye.hotline.backend.traffic.desk.Days;
import cn.wuye.hotline.backend.traffic.desk.Grouping;
import cn.wuye.hotline.backend.traffic.desk.InSight;
import cn.wuye.hotline.backend.traffic.desk.TrafficDesk;
import cn.wuye.hotline.backend.traffic.desk.TrafficDesk.Report;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of callers and what agents did, for those who see results. */
@RestController
class TrafficController {
  private final TrafficDesk desk;
  private final InSight sight;
  private final Clock clock;

  TrafficController(TrafficDesk desk, InSight sight, Clock clock) {
    this.desk = desk;
    this.sight = sight;
    this.clock = clock;
  }

  /**
   * Of callers.
   *
   * @param blind when a node saw nothing of its Asterisk: then the figures are not whole
   */
  record CallReport(
      Grouping by,
      LocalDate from,
      LocalDate to,
      List<CallsView> lines,
      CallsView total,
      List<Blind> blind) {}

  /** Of agents. */
  record AgentReport(LocalDate from, LocalDate to, List<AgentView> lines, AgentView total) {}

  @GetMapping("/api/v1/traffic/calls")
  CallReport calls(
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String queue,
      @AuthenticationPrincipal SignedInUser me) {
    requireResults(me);
    FieldCheck check = new FieldCheck().required("by", by);
    Grouping wanted = check.coded("by", by, Grouping.class);
    if (wanted == Grouping.AGENT) {
      check.wrong("by", "code", Grouping.AGENT.code(), "quarter, day, week, queue");
    }
    Optional<String> one = queue(check, queue, sight, me.scope());
    Days days = days(check, from, to, wanted == null ? Grouping.DAY : wanted);
    check.done();
    Grouping kind = Objects.requireNonNull(wanted);
    Report<CallSums> report = desk.calls(kind, days, one, me.scope());
    return new CallReport(
        kind,
        days.from(),
        days.to(),
        report.lines().stream().map(CallsView::of).toList(),
        CallsView.of(null, report.total()),
        desk.blind(days));
  }

  @GetMapping("/api/v1/traffic/agents")
  AgentReport agents(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @AuthenticationPrincipal SignedInUser me) {
    requireResults(me);
    FieldCheck check = new FieldCheck();
    Days days = days(check, from, to, Grouping.AGENT);
    check.done();
    Report<AgentSums> report = desk.agents(days, me.scope());
    return new AgentReport(
        days.from(),
        days.to(),
        report.lines().stream().map(line -> AgentView.of(line.of(), line.sums())).toList(),
        AgentView.of(null, report.total()));
  }

  static void requireResults(SignedInUser me) {
    if (!me.seesResults()) {
      throw new AccessDeniedException("sees no results");
    }
  }

  /** One that is not there for the asker is told as one that does not exist. */
  static Optional<String> queue(
      FieldCheck check, @Nullable String queue, InSight sight, EstateScope scope) {
    if (queue == null || queue.isEmpty()) {
      return Optional.empty();
    }
    if (!sight.sees(queue, scope)) {
      check.wrong("queue", "unknown-queue", queue);
    }
    return Optional.of(queue);
  }

  private Days days(FieldCheck check, @Nullable String from, @Nullable String to, Grouping by) {
    LocalDate first = check.parsed("from", from, Days::parse, "2026-03-01");
    LocalDate last = check.parsed("to", to, Days::parse, "2026-03-31");
    if (first != null && last != null && last.isBefore(first)) {
      check.wrong("to", "not-before", first);
      return new Days(first, first);
    }
    Days days = Days.of(first, last, clock.instant());
    if (days.count() > by.mostDays()) {
      check.wrong("to", "too-many-days", by.mostDays(), days.count());
    }
    return days;
  }
}
