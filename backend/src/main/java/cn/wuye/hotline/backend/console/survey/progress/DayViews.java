package cn.wuye.hotline.backend.console.survey.progress;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.survey.progress.DayView.CallView;
import cn.wuye.hotline.backend.console.survey.progress.DayView.NodeView;
import cn.wuye.hotline.backend.console.survey.progress.DayView.NumberView;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.progress.LineUse;
import cn.wuye.hotline.backend.survey.progress.RunningCall;
import cn.wuye.hotline.backend.survey.progress.SurveyDay;
import cn.wuye.hotline.backend.survey.progress.TodayNumbers;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveySwitch;
import cn.wuye.hotline.backend.user.StaffNames;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts the day of surveys into words. */
@Component
class DayViews {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Labels labels;
  private final StaffNames staff;
  private final SurveyHours hours;

  DayViews(Labels labels, StaffNames staff, SurveyHours hours) {
    this.labels = labels;
    this.staff = staff;
    this.hours = hours;
  }

  DayView of(SurveyDay day) {
    long hidden = day.numbers().calling() - day.calls().size();
    LineUse lines = day.lines();
    return new DayView(
        clock(day.asOf()),
        day.asOf().toString(),
        paused(day.position()),
        outside(day.asOf()),
        numbers(day.numbers()),
        day.calls().stream().map(this::call).toList(),
        hidden > 0 ? labels.text("surveyToday.calls.more", hidden) : "",
        labels.text(
            "surveyToday.lines",
            lines.trunk(),
            lines.lines(),
            lines.keptFree(),
            lines.surveys(),
            lines.others(),
            lines.room(),
            lines.perSecond()),
        lines.waiting() > 0 ? labels.text("surveyToday.lines.waiting", lines.waiting()) : "",
        lines.nodes().stream().map(this::node).toList());
  }

  private String paused(SurveySwitch.Position position) {
    return position.paused()
        ? labels.text("surveyToday.paused", staff.of(position.by()), labels.time(position.since()))
        : "";
  }

  /** By the calendar that holds where an estate has none of its own. */
  private String outside(Instant now) {
    Instant next = hours.of(null, now).next(now, Callee.ANYBODY, List.of());
    return next.isAfter(now) ? labels.text("surveyToday.outside", labels.time(next)) : "";
  }

  private List<NumberView> numbers(TodayNumbers numbers) {
    return List.of(
        number("planned", numbers.planned()),
        number("waiting", numbers.waiting()),
        number("calling", numbers.calling()),
        number("reached", numbers.reached()),
        number("answered", numbers.answered()),
        number("unreached", numbers.unreached()),
        number("dissatisfied", numbers.dissatisfied()));
  }

  private NumberView number(String code, long value) {
    boolean bad = code.equals("dissatisfied") && value > 0;
    return new NumberView(
        code, labels.text("surveyToday.number." + code), value, bad ? "danger" : "");
  }

  private CallView call(RunningCall call) {
    return new CallView(
        call.survey() + "-" + call.attempt(),
        call.ticket().toString(),
        call.estate(),
        Objects.requireNonNullElse(call.number(), ""),
        labels.text("surveyToday.attempt", call.attempt()),
        call.node(),
        clock(call.since()));
  }

  private NodeView node(LineUse.Node node) {
    return new NodeView(
        node.name(),
        node.silent()
            ? labels.text("surveyToday.node.silent", labels.time(node.seenAt()))
            : labels.text("surveyToday.node", node.surveys(), node.others(), clock(node.seenAt())),
        node.silent());
  }

  private static String clock(Instant at) {
    return at.atZone(Labels.ZONE).format(CLOCK);
  }
}
