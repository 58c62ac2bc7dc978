package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.escalation.Step;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is said of steps; the values are those that the templates of these events may name. */
@Component
class StepNotices {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(WorkingCalendar.CHINA);
  private static final String WARN = "warn-";
  private static final int NAMED = 20;

  /** For the timeline. */
  Happening happening(Step step, List<String> told) {
    String target = step.key().clock().target();
    int occurrence = step.key().clock().occurrence();
    return warning(step)
        ? new Happening.Warned(target, occurrence, percent(step), step.key().due(), told)
        : new Happening.Escalated(target, occurrence, step.role().code(), step.key().due(), told);
  }

  /** For one person about one step. */
  Notice single(Step step) {
    Map<String, String> values = new HashMap<>();
    // Codes: the words for them are those of the reader's language.
    values.put("clock", step.key().clock().target());
    values.put("due", TIME.format(step.key().due()));
    if (warning(step)) {
      values.put("percent", Integer.toString(percent(step)));
    } else {
      values.put("step", step.role().code());
    }
    return new Notice(
        warning(step) ? "deadline-warning" : "deadline-missed",
        new Addressee.Staff(step.addressee()),
        step.key().ticket(),
        values,
        step.urgency() == Urgency.EMERGENCY,
        step.key().text() + "|" + step.addressee());
  }

  /**
   * For one person about all that was missed during an outage.
   *
   * @param steps at least one, by their due times
   */
  Notice digest(List<Step> steps, String login, Instant now) {
    List<String> tickets =
        steps.stream().map(step -> step.key().ticket().toString()).distinct().toList();
    String named = tickets.stream().limit(NAMED).collect(Collectors.joining(", "));
    return new Notice(
        "escalation-digest",
        new Addressee.Staff(login),
        null,
        Map.of(
            "count", Integer.toString(tickets.size()),
            "list", tickets.size() > NAMED ? named + "…" : named,
            "since", TIME.format(steps.get(0).key().due())),
        false,
        "digest|" + login + "|" + now);
  }

  private static boolean warning(Step step) {
    return step.key().step().startsWith(WARN);
  }

  private static int percent(Step step) {
    return Integer.parseInt(step.key().step().substring(WARN.length()));
  }
}
