package cn.wuye.hotline.backend.console.queue;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.floor.Alarm;
import cn.wuye.hotline.backend.floor.alarm.AlarmRule;
import cn.wuye.hotline.backend.floor.alarm.AlarmRules;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.queue.edit.QueueEditor;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is told of alarms by SMS: administrators of the company say. */
@Controller
class AlarmPageController {
  private static final String PATH = "/console/queue-alarms";

  /** What a new rule begins with. */
  private static final AlarmRule FRESH =
      new AlarmRule(0, 0, Alarm.Kind.EMERGENCY, "", Duration.ofMinutes(1), 0, 6);

  private final AlarmRules rules;
  private final QueueEditor queues;
  private final Choices choices;
  private final Labels labels;

  AlarmPageController(AlarmRules rules, QueueEditor queues, Choices choices, Labels labels) {
    this.rules = rules;
    this.queues = queues;
    this.choices = choices;
    this.labels = labels;
  }

  /** A rule as the form shows it. */
  record Line(
      long id, long version, String kind, String queue, long after, String user, int perHour) {
    static Line of(AlarmRule rule) {
      return new Line(
          rule.id(),
          rule.version(),
          rule.kind().code(),
          rule.queue(),
          rule.after().toSeconds(),
          Long.toString(rule.user()),
          rule.perHour());
    }
  }

  @GetMapping(PATH)
  ModelAndView list(@AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    return page("", HttpStatus.OK, me);
  }

  @PostMapping(PATH)
  ModelAndView save(
      @RequestParam(defaultValue = "0") String id,
      @RequestParam(defaultValue = "0") String version,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String queue,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String user,
      @RequestParam(defaultValue = "") String perHour,
      @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    Optional<Alarm.Kind> known = Coded.find(Alarm.Kind.class, kind);
    boolean nobody = !user.equals("0") && !rules.people().containsKey((long) number(user));
    Map<String, String> wrong =
        known.isEmpty() || nobody
            ? Map.of("user", "unknown")
            : rules.save(
                new AlarmRule(
                    number(id),
                    number(version),
                    known.get(),
                    queue,
                    Duration.ofSeconds(number(after)),
                    number(user),
                    number(perHour)),
                me.getUsername());
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "?saved");
    }
    return problem(wrong.values().iterator().next(), me);
  }

  @PostMapping(PATH + "/{id:[0-9]{1,9}}/remove")
  ModelAndView remove(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") String version,
      @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    return rules.remove(number(id), number(version), me.getUsername())
        ? new ModelAndView("redirect:" + PATH + "?saved")
        : problem("stale", me);
  }

  private ModelAndView problem(String why, SignedInUser me) {
    return page(
        labels.text("alarms.error." + why),
        why.equals("stale") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
        me);
  }

  private ModelAndView page(String problem, HttpStatus status, SignedInUser me) {
    List<Choice> people = new ArrayList<>();
    people.add(new Choice("0", labels.text("alarms.onDuty")));
    rules.people().forEach((id, name) -> people.add(new Choice(Long.toString(id), name)));
    List<Choice> known = new ArrayList<>();
    known.add(new Choice("", labels.text("alarms.queue.any")));
    queues
        .list(me.scope())
        .forEach(each -> known.add(new Choice(each.queue().code(), each.queue().title())));
    List<Line> lines = new ArrayList<>(rules.list().stream().map(Line::of).toList());
    boolean none = lines.isEmpty();
    lines.add(Line.of(FRESH));
    return new ModelAndView("queue-alarms", status)
        .addObject("lines", lines)
        .addObject("none", none)
        .addObject("kindChoices", choices.of("alarms.kind", Alarm.Kind.class))
        .addObject("queueChoices", known)
        .addObject("userChoices", people)
        .addObject("problem", problem);
  }

  /** -1 for what is no number, which no field takes. */
  private static int number(String typed) {
    String text = typed.strip();
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }
}
