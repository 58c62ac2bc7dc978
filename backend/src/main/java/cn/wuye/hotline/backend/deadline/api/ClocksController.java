package cn.wuye.hotline.backend.deadline.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.deadline.pause.PauseResult;
import cn.wuye.hotline.backend.deadline.pause.TicketPauses;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.store.TicketClocks;
import cn.wuye.hotline.backend.deadline.store.UnreadableDeadlines;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A ticket's clocks, and pausing them. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class ClocksController {
  private static final Logger log = LoggerFactory.getLogger(ClocksController.class);

  private final TicketClocks clocks;
  private final TicketPauses pauses;

  ClocksController(TicketClocks clocks, TicketPauses pauses) {
    this.clocks = clocks;
    this.pauses = pauses;
  }

  @GetMapping("/clocks")
  TicketClocksView clocks(@PathVariable String number, Viewer viewer) {
    return view(number(number), viewer);
  }

  @PostMapping("/pauses")
  @ResponseStatus(HttpStatus.CREATED)
  TicketClocksView pause(
      @PathVariable String number, @RequestBody PauseRequest request, Viewer viewer) {
    new FieldCheck()
        .required("reason", request.reason())
        .text("note", request.note(), TicketPauses.MAX_NOTE)
        .done();
    TicketNumber ticket = number(number);
    PauseReason reason = Objects.requireNonNull(request.reason());
    String note = Objects.requireNonNullElse(request.note(), "").strip();
    check(
        readable(
            () -> pauses.pause(ticket, reason, note, Actor.user(viewer.login()), viewer.scope())));
    return view(ticket, viewer);
  }

  @PostMapping("/pauses/end")
  TicketClocksView resume(@PathVariable String number, Viewer viewer) {
    TicketNumber ticket = number(number);
    check(readable(() -> pauses.resume(ticket, "", Actor.user(viewer.login()), viewer.scope())));
    return view(ticket, viewer);
  }

  private TicketClocksView view(TicketNumber ticket, Viewer viewer) {
    return readable(() -> clocks.of(ticket, viewer.scope()))
        .map(TicketClocksView::of)
        .orElseThrow(() -> unknown(ticket).exception());
  }

  private static <T> T readable(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnreadableDeadlines broken) {
      log.error("a request about deadlines was not answered", broken);
      throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "deadlines-unreadable").exception();
    }
  }

  private static TicketNumber number(String number) {
    return TicketNumber.find(number).orElseThrow(() -> unknown(number).exception());
  }

  private static void check(PauseResult result) {
    if (result instanceof PauseResult.Refused refused) {
      List<String> allowed = refused.allowed().stream().map(PauseReason::code).toList();
      throw Problem.of(
              HttpStatus.CONFLICT,
              allowed.isEmpty() ? "pause-impossible" : "pause-refused",
              refused.number(),
              String.join(", ", allowed))
          .with("allowed", allowed)
          .exception();
    }
    if (result instanceof PauseResult.AlreadyPaused paused) {
      throw Problem.of(HttpStatus.CONFLICT, "already-paused", paused.number()).exception();
    }
    if (result instanceof PauseResult.NotPaused running) {
      throw Problem.of(HttpStatus.CONFLICT, "not-paused", running.number()).exception();
    }
    if (result instanceof PauseResult.Unknown unknown) {
      throw unknown(unknown.number()).exception();
    }
  }

  private static Problem unknown(Object number) {
    return Problem.of(HttpStatus.NOT_FOUND, "ticket-unknown", number);
  }
}
