package cn.wuye.hotline.backend.console.traffic;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.traffic.Sheet.Head;
import cn.wuye.hotline.backend.console.traffic.Sheet.Row;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.traffic.Blind;
import cn.wuye.hotline.backend.traffic.desk.Days;
import cn.wuye.hotline.backend.traffic.desk.Grouping;
import cn.wuye.hotline.backend.traffic.desk.InSight;
import cn.wuye.hotline.backend.traffic.desk.Named;
import cn.wuye.hotline.backend.traffic.desk.StaffingDesk.Plan;
import cn.wuye.hotline.backend.traffic.desk.StaffingDesk.Slot;
import cn.wuye.hotline.backend.traffic.desk.TrafficDesk.Report;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureRules;
import cn.wuye.hotline.backend.traffic.figures.Quarter;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts reports and plans into words. */
@Component
class SheetViews {
  private static final double PERCENT = 100;
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private static final List<String> PLAN =
      List.of("calls", "handlingTime", "load", "atDesks", "scheduled", "serviceLevel", "occupancy");

  private final InSight sight;
  private final Labels labels;

  SheetViews(InSight sight, Labels labels) {
    this.sight = sight;
    this.labels = labels;
  }

  Sheet calls(Grouping by, Report<CallSums> report, EstateScope scope) {
    return sheet("callReport", by, Column.OF_CALLS, report, names(by, scope));
  }

  Sheet agents(Report<AgentSums> report, EstateScope scope) {
    UnaryOperator<String> names = names(Grouping.AGENT, scope);
    return sheet("agentReport", Grouping.AGENT, Column.OF_AGENTS, report, names);
  }

  Sheet plan(Plan plan) {
    List<Head> heads =
        PLAN.stream()
            .map(
                code -> {
                  String name = labels.text("staffing." + code);
                  return new Head(name, name, labels.text("staffing." + code + ".how"));
                })
            .toList();
    return new Sheet(
        labels.text("report.by.quarter"),
        heads,
        plan.slots().stream().map(SheetViews::slot).toList(),
        new Row(
            labels.text("report.total"),
            List.of(
                Cell.number(plan.calls()),
                Cell.text(""),
                Cell.text(""),
                Cell.text(""),
                Cell.text(labels.text("staffing.hours", Cell.number(plan.hours()).shown())),
                Cell.text(""),
                Cell.text(""))));
  }

  /** {@code node-1 03-02 09:15–03-02 09:20}. */
  String blind(Blind blind) {
    return blind.node()
        + " "
        + DAY_AND_TIME.format(blind.from().atZone(Days.ZONE))
        + "–"
        + DAY_AND_TIME.format(blind.to().atZone(Days.ZONE));
  }

  private static Row slot(Slot slot) {
    Quarter quarter = slot.expected().quarter();
    return new Row(
        time(quarter.start()) + "–" + time(quarter.end()),
        List.of(
            Cell.number(slot.expected().calls()),
            Cell.millis(slot.expected().handling().toMillis()),
            Cell.number(slot.needed().load()),
            Cell.count(slot.needed().atDesks()),
            Cell.count(slot.needed().scheduled()),
            Cell.percent(OptionalDouble.of(PERCENT * slot.needed().serviceLevel())),
            Cell.percent(OptionalDouble.of(PERCENT * slot.needed().occupancy()))));
  }

  private <S> Sheet sheet(
      String kind,
      Grouping by,
      List<Column<S>> columns,
      Report<S> report,
      UnaryOperator<String> names) {
    List<Head> heads = columns.stream().map(column -> head(kind, column)).toList();
    List<Row> rows = new ArrayList<>();
    report.lines().forEach(line -> rows.add(row(names.apply(line.of()), columns, line.sums())));
    return new Sheet(
        labels.name("report.by", by),
        heads,
        rows,
        row(labels.text("report.total"), columns, report.total()));
  }

  private static <S> Row row(String name, List<Column<S>> columns, S sums) {
    return new Row(name, columns.stream().map(column -> column.cell().apply(sums)).toList());
  }

  private Head head(String kind, Column<?> column) {
    FigureRules rules = FigureRules.SHIPPED;
    String name = labels.text(kind + "." + column.code());
    String exported =
        switch (column.unit()) {
          case PERCENT -> labels.text("report.percent", name);
          case SECONDS -> labels.text("report.seconds", name);
          default -> name;
        };
    String formula =
        labels.text(
            kind + "." + column.code() + ".how",
            rules.inTime().toSeconds(),
            rules.shortAbandon().toSeconds());
    return new Head(name, exported, formula);
  }

  private UnaryOperator<String> names(Grouping by, EstateScope scope) {
    return switch (by) {
      case QUARTER -> SheetViews::quarter;
      case DAY -> day -> day;
      case WEEK -> monday -> labels.text("report.week", monday);
      case QUEUE -> named(sight.queues(scope), Named::name);
      case AGENT ->
          named(
              sight.agents(scope),
              agent ->
                  agent.name().equals(agent.code())
                      ? agent.code()
                      : agent.code() + " " + agent.name());
    };
  }

  /** What is gone keeps its code. */
  private static UnaryOperator<String> named(List<Named> all, Function<Named, String> name) {
    Map<String, String> names = all.stream().collect(Collectors.toMap(Named::code, name));
    return code -> names.getOrDefault(code, code);
  }

  private static String quarter(String start) {
    Instant begin = Instant.parse(start);
    return DAY_AND_TIME.format(begin.atZone(Days.ZONE)) + "–" + time(new Quarter(begin).end());
  }

  private static String time(Instant moment) {
    return TIME.format(LocalTime.ofInstant(moment, Days.ZONE));
  }
}
