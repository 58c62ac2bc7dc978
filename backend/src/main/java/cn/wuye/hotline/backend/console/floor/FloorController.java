package cn.wuye.hotline.backend.console.floor;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.desk.DeskMessages;
import cn.wuye.hotline.backend.floor.AgentOrder;
import cn.wuye.hotline.backend.floor.AgentOrder.Outcome;
import cn.wuye.hotline.backend.floor.CallOrder;
import cn.wuye.hotline.backend.floor.step.FloorCalls;
import cn.wuye.hotline.backend.floor.step.FloorMessages;
import cn.wuye.hotline.backend.floor.step.FloorSteps;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.queue.StormMode;
import cn.wuye.hotline.backend.queue.edit.StormOrder;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The live page, the wallboard, and a supervisor's steps from the page. */
@Controller
class FloorController {
  private static final String PATH = "/console/floor";

  /** Numbers of this moment, by the script's names. */
  private static final List<String> TILES = List.of("waiting", "longest", "ready", "busy", "away");

  /** Figures of the day, by the script's names; the formula of each is in the bundle. */
  private static final List<String> FIGURES =
      List.of(
          "served",
          "servedOfAnswered",
          "speedOfAnswer",
          "abandonRate",
          "longestWait",
          "handlingTime",
          "occupancy",
          "callBacks");

  /** For how long an agent may be lent. */
  private static final List<String> HOURS = List.of("1", "2", "4", "8");

  private final FloorWords words;
  private final FloorSteps steps;
  private final FloorCalls calls;
  private final FloorMessages messages;
  private final Said said;
  private final Choices choices;
  private final Labels labels;

  FloorController(
      FloorWords words,
      FloorSteps steps,
      FloorCalls calls,
      FloorMessages messages,
      Said said,
      Choices choices,
      Labels labels) {
    this.words = words;
    this.steps = steps;
    this.calls = calls;
    this.messages = messages;
    this.said = said;
    this.choices = choices;
    this.labels = labels;
  }

  @GetMapping(PATH)
  ModelAndView page(@AuthenticationPrincipal SignedInUser me) {
    return view("floor", me)
        .addObject("storms", choices.of("storm", StormMode.class))
        .addObject("mostAnnouncement", StormOrder.MAX_WORDS)
        .addObject("mostMessage", DeskMessages.LONGEST)
        .addObject("hours", HOURS)
        .addObject(
            "reasons",
            FloorWords.REASONS.stream()
                .map(code -> new Choice(code, labels.text("floor.reason." + code)))
                .toList());
  }

  @GetMapping(PATH + "/wall")
  ModelAndView wall(@AuthenticationPrincipal SignedInUser me) {
    return view("floor-wall", me);
  }

  /** Answers with a sentence for whom asked. */
  @PostMapping(PATH + "/agents/{extension:[0-9]{2,10}}")
  ResponseEntity<String> step(
      @PathVariable String extension,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedInUser me) {
    if (!steps.leads(extension, me)) {
      throw new NoSuchPage("agent " + extension);
    }
    AgentOrder.Kind kind = Coded.find(AgentOrder.Kind.class, step).orElse(null);
    boolean pauses = kind == AgentOrder.Kind.PAUSE;
    if (kind == null || pauses && !FloorWords.REASONS.contains(reason)) {
      return said.of(HttpStatus.BAD_REQUEST, "floor.step.wrong");
    }
    Outcome outcome =
        steps
            .run(new AgentOrder(kind, extension, pauses ? reason : ""), me)
            .orElseThrow(() -> new NoSuchPage("agent " + extension));
    return said.of(
        outcome == Outcome.DONE ? HttpStatus.OK : HttpStatus.CONFLICT, "floor.step", outcome);
  }

  /** She works for one queue for a while, or where she usually does again. */
  @PostMapping(PATH + "/agents/{extension:[0-9]{2,10}}/queue")
  ResponseEntity<String> queue(
      @PathVariable String extension,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String queue,
      @RequestParam(defaultValue = "") String hours,
      @AuthenticationPrincipal SignedInUser me) {
    if (!steps.leads(extension, me)) {
      throw new NoSuchPage("agent " + extension);
    }
    if (step.equals("give-back")) {
      boolean given = steps.giveBack(extension, me);
      return said.of(HttpStatus.OK, given ? "floor.lend.back" : "floor.lend.none");
    }
    if (!step.equals("lend") || !HOURS.contains(hours)) {
      return said.of(HttpStatus.BAD_REQUEST, "floor.step.wrong");
    }
    return steps
        .lend(extension, queue, Duration.ofHours(Long.parseLong(hours)), me)
        .map(until -> said.of(HttpStatus.OK, "floor.lend.done", labels.time(until)))
        .orElseThrow(() -> new NoSuchPage("queue " + queue));
  }

  /** She takes part in a talk of an agent, or takes part no more. */
  @PostMapping(PATH + "/agents/{extension:[0-9]{2,10}}/call")
  ResponseEntity<String> call(
      @PathVariable String extension,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String call,
      @AuthenticationPrincipal SignedInUser me) {
    if (!steps.leads(extension, me)) {
      throw new NoSuchPage("agent " + extension);
    }
    CallOrder.Kind kind = Coded.find(CallOrder.Kind.class, step).orElse(null);
    if (kind == null) {
      return said.of(HttpStatus.BAD_REQUEST, "floor.step.wrong");
    }
    CallOrder.Outcome outcome =
        calls
            .run(kind, extension, call, me)
            .orElseThrow(() -> new NoSuchPage("call of agent " + extension));
    boolean done = outcome == CallOrder.Outcome.DONE;
    return done
        ? said.of(HttpStatus.OK, "floor.call.done." + kind.code())
        : said.of(HttpStatus.CONFLICT, "floor.call", outcome);
  }

  /** A sentence for her page, until she has read it. */
  @PostMapping(PATH + "/agents/{extension:[0-9]{2,10}}/message")
  ResponseEntity<String> message(
      @PathVariable String extension,
      @RequestParam(defaultValue = "") String message,
      @AuthenticationPrincipal SignedInUser me) {
    if (!steps.leads(extension, me)) {
      throw new NoSuchPage("agent " + extension);
    }
    String text = message.strip();
    if (text.isEmpty() || Text.length(text) > DeskMessages.LONGEST) {
      return said.of(HttpStatus.BAD_REQUEST, "floor.message.wrong", DeskMessages.LONGEST);
    }
    boolean sent =
        messages.send(extension, text, me).orElseThrow(() -> new NoSuchPage("agent " + extension));
    return said.of(
        sent ? HttpStatus.OK : HttpStatus.CONFLICT,
        sent ? "floor.message.sent" : "floor.message.nobody");
  }

  private ModelAndView view(String name, SignedInUser me) {
    if (!me.watchesFloor()) {
      throw new AccessDeniedException("the live page is for supervisors");
    }
    return new ModelAndView(name)
        .addObject("words", words.json())
        .addObject("leads", me.leadsAgents())
        .addObject("tiles", TILES)
        .addObject("figures", FIGURES);
  }
}
