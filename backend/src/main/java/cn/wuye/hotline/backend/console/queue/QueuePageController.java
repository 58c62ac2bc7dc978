package cn.wuye.hotline.backend.console.queue;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.queue.Hands;
import cn.wuye.hotline.backend.queue.StormMode;
import cn.wuye.hotline.backend.queue.edit.EditedQueue;
import cn.wuye.hotline.backend.queue.edit.QueueEditor;
import cn.wuye.hotline.backend.queue.edit.QueueHands;
import cn.wuye.hotline.backend.queue.edit.StormOrder;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The queues: defined by administrators of the company, run by supervisors of theirs. */
@Controller
class QueuePageController {
  private static final String PATH = "/console/queues";
  private static final String ONE = PATH + "/{code:[a-z0-9-]{1,30}}";

  private final QueueEditor queues;
  private final QueueHands hands;
  private final Choices choices;
  private final Labels labels;
  private final Clock clock;

  QueuePageController(
      QueueEditor queues, QueueHands hands, Choices choices, Labels labels, Clock clock) {
    this.queues = queues;
    this.hands = hands;
    this.choices = choices;
    this.labels = labels;
    this.clock = clock;
  }

  /** A queue in words. */
  record Line(
      String code,
      String title,
      String skills,
      String estates,
      boolean open,
      boolean shut,
      String storm,
      String announcement,
      long recording) {}

  @GetMapping(PATH)
  ModelAndView list(@AuthenticationPrincipal SignedInUser me) {
    return list("", HttpStatus.OK, me);
  }

  private ModelAndView list(String problem, HttpStatus status, SignedInUser me) {
    Map<String, String> names = estateNames();
    return new ModelAndView("queues", status)
        .addObject("lines", queues.list(me.scope()).stream().map(q -> line(q, names)).toList())
        .addObject("stormChoices", choices.of("storm", StormMode.class))
        .addObject("most", StormOrder.MAX_WORDS)
        .addObject("problem", problem)
        .addObject("runs", runs(me))
        .addObject("edits", me.administersAll());
  }

  private Line line(EditedQueue each, Map<String, String> names) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Labels.ZONE);
    Hands hands = each.manner().hands();
    return new Line(
        each.queue().code(),
        each.queue().title(),
        each.queue().skills().stream()
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining(" ")),
        each.queue().estates().isEmpty()
            ? labels.text("queues.everywhere")
            : each.queue().estates().stream()
                .map(id -> names.getOrDefault(id, id))
                .sorted()
                .collect(Collectors.joining(" ")),
        each.manner().hours().open(now),
        hands.shut(),
        hands.storm().code(),
        hands.announcement().words(),
        hands.announcement().recording().orElse(0));
  }

  @PostMapping(ONE + "/shut")
  ModelAndView shut(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String shut,
      @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(runs(me));
    if (!hands.shut(code, shut.equals("true"), me.scope(), me.getUsername())) {
      throw new NoSuchPage("queue " + code);
    }
    return new ModelAndView("redirect:" + PATH + "?saved");
  }

  @PostMapping(ONE + "/storm")
  ModelAndView storm(
      @PathVariable String code, StormForm form, @AuthenticationPrincipal SignedInUser me)
      throws IOException {
    PlaceRights.require(runs(me));
    known(code, me.scope());
    Optional<StormOrder> order = form.order();
    if (order.isEmpty()) {
      return list(labels.text("floor.step.wrong"), HttpStatus.UNPROCESSABLE_CONTENT, me);
    }
    QueueHands.Result result = hands.storm(code, order.get(), me.scope(), me.getUsername());
    if (result instanceof QueueHands.Unknown) {
      throw new NoSuchPage("queue " + code);
    }
    if (result instanceof QueueHands.Refused refused) {
      return list(StormForm.why(refused, labels), HttpStatus.UNPROCESSABLE_CONTENT, me);
    }
    return new ModelAndView("redirect:" + PATH + "?saved");
  }

  @GetMapping(PATH + "/new")
  ModelAndView empty(@AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    return page("", QueueForm.empty(), Map.of(), HttpStatus.OK);
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable String code, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    return page(code, QueueForm.of(known(code, me.scope())), Map.of(), HttpStatus.OK);
  }

  @PostMapping(PATH + "/new")
  ModelAndView add(QueueForm form, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    return saved("", form, 0, me);
  }

  @PostMapping(ONE)
  ModelAndView change(
      @PathVariable String code, QueueForm form, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    return saved(code, form, known(code, me.scope()).version(), me);
  }

  private ModelAndView saved(String code, QueueForm form, long now, SignedInUser me) {
    QueueForm.Read read = form.read(code);
    Map<String, String> wrong =
        read.queue()
            .map(queue -> queues.save(queue, code.isEmpty(), me.getUsername()))
            .orElse(read.wrong());
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "?saved");
    }
    boolean stale = wrong.containsKey("version");
    // Saved once more, it is meant for what is there now.
    return page(
        code,
        stale ? form.newer(now) : form,
        wrong,
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping(ONE + "/remove")
  ModelAndView remove(
      @PathVariable String code,
      @RequestParam(defaultValue = "0") String version,
      @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    EditedQueue known = known(code, me.scope());
    long seen = version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    Optional<String> stays = queues.remove(code, seen, me.getUsername());
    return stays.isEmpty()
        ? new ModelAndView("redirect:" + PATH + "?saved")
        : page(code, QueueForm.of(known), Map.of("version", stays.get()), HttpStatus.CONFLICT);
  }

  private ModelAndView page(
      String code, QueueForm form, Map<String, String> wrong, HttpStatus status) {
    Map<String, String> errors =
        wrong.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> labels.text("queues.error." + e.getValue())));
    return new ModelAndView("queue-one", status)
        .addObject("code", code)
        .addObject("form", form)
        .addObject("errors", errors)
        .addObject("limits", QueueForm.LIMITS)
        .addObject("estateChoices", choices.estates(EstateScope.ALL))
        .addObject(
            "dayNames",
            Stream.of(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.FULL, labels.locale()))
                .toList());
  }

  /** Whether somebody may close queues and tell of a storm, of those that she sees. */
  static boolean runs(SignedInUser me) {
    return me.administers() || me.roles().contains(Role.SUPERVISOR);
  }

  private EditedQueue known(String code, EstateScope scope) {
    return queues.find(code, scope).orElseThrow(() -> new NoSuchPage("queue " + code));
  }

  private Map<String, String> estateNames() {
    return choices.estates(EstateScope.ALL).stream()
        .collect(Collectors.toMap(Choice::value, Choice::text));
  }
}
