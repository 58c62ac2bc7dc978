package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.desk.DeskScreens;
import cn.wuye.hotline.backend.floor.AgentOrder;
import cn.wuye.hotline.backend.floor.CallOrder;
import cn.wuye.hotline.backend.floor.CallerOrder;
import cn.wuye.hotline.backend.persistence.Coded;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What nodes ask each other. */
@Controller
class NodeController {
  private static final Logger log = LoggerFactory.getLogger(NodeController.class);
  private static final long FOR_GOOD = 0;

  private final NodeGuard guard;
  private final NodeStream stream;
  private final ObjectProvider<OwnAgents> agents;
  private final ObjectProvider<OwnCalls> calls;
  private final ObjectProvider<OwnCallers> callers;
  private final ObjectProvider<OwnRecordings> recordings;
  private final DeskScreens screens;

  NodeController(
      NodeGuard guard,
      NodeStream stream,
      ObjectProvider<OwnAgents> agents,
      ObjectProvider<OwnCalls> calls,
      ObjectProvider<OwnCallers> callers,
      ObjectProvider<OwnRecordings> recordings,
      DeskScreens screens) {
    this.guard = guard;
    this.stream = stream;
    this.agents = agents;
    this.calls = calls;
    this.callers = callers;
    this.recordings = recordings;
    this.screens = screens;
  }

  @GetMapping(path = NodeLink.TARGET, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> stream(HttpServletRequest request) {
    String from = guard.require(request);
    log.info("node {} listens to this one", from);
    SseEmitter emitter = new SseEmitter(FOR_GOOD);
    stream.join(emitter);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(emitter);
  }

  /** Who may order it was looked at, and written down, where the supervisor is. */
  @PostMapping(FloorCommands.TARGET + "{extension:[0-9]{2,10}}/{kind:[a-z-]{1,20}}")
  ResponseEntity<Void> order(
      @PathVariable String extension,
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    guard.require(request);
    AgentOrder order;
    try {
      order = new AgentOrder(Coded.of(AgentOrder.Kind.class, kind), extension, reason);
    } catch (IllegalArgumentException none) {
      return ResponseEntity.badRequest().build();
    }
    OwnAgents own = agents.getIfAvailable();
    AgentOrder.Outcome outcome = own == null ? AgentOrder.Outcome.AWAY : own.run(order);
    return ResponseEntity.status(
            switch (outcome) {
              case DONE -> HttpStatus.NO_CONTENT;
              case REFUSED -> HttpStatus.CONFLICT;
              case AWAY -> HttpStatus.SERVICE_UNAVAILABLE;
            })
        .build();
  }

  /** The same for what is done with calls. */
  @PostMapping(FloorCommands.CALLS + "{kind:[a-z-]{1,20}}")
  ResponseEntity<Void> call(
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String agent,
      @RequestParam(defaultValue = "") String call,
      @RequestParam(defaultValue = "") String phone,
      HttpServletRequest request) {
    guard.require(request);
    CallOrder order;
    try {
      order = new CallOrder(Coded.of(CallOrder.Kind.class, kind), agent, call, phone);
    } catch (IllegalArgumentException none) {
      return ResponseEntity.badRequest().build();
    }
    OwnCalls own = calls.getIfAvailable();
    CallOrder.Outcome outcome = own == null ? CallOrder.Outcome.AWAY : own.run(order);
    return ResponseEntity.status(CallStatus.of(outcome)).build();
  }

  /** The same for callers who wait. */
  @PostMapping(FloorCommands.CALLERS + "{kind:[a-z-]{1,20}}")
  ResponseEntity<Void> caller(
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String call,
      @RequestParam(defaultValue = "") String queue,
      HttpServletRequest request) {
    guard.require(request);
    CallerOrder order;
    try {
      order = new CallerOrder(Coded.of(CallerOrder.Kind.class, kind), call, queue);
    } catch (IllegalArgumentException none) {
      return ResponseEntity.badRequest().build();
    }
    OwnCallers own = callers.getIfAvailable();
    CallOrder.Outcome outcome = own == null ? CallOrder.Outcome.AWAY : own.run(order);
    return ResponseEntity.status(CallStatus.of(outcome)).build();
  }

  /** The recordings of a call that was sent from here to an agent of the node that asks. */
  @PostMapping(FloorCommands.RECORDINGS + "{call:[A-Za-z0-9._-]{1,64}}")
  ResponseEntity<Void> recording(
      @PathVariable String call, @RequestParam boolean paused, HttpServletRequest request) {
    guard.require(request);
    OwnRecordings own = recordings.getIfAvailable();
    CallOrder.Outcome outcome = own == null ? CallOrder.Outcome.AWAY : own.pause(call, paused);
    return ResponseEntity.status(CallStatus.of(outcome)).build();
  }

  /** Something was written to an agent whose page is here. */
  @PostMapping(FloorCommands.MESSAGES + "{user:[0-9]{1,18}}")
  ResponseEntity<Void> message(@PathVariable long user, HttpServletRequest request) {
    guard.require(request);
    screens.tell(user, DeskScreens.News.MESSAGE);
    return ResponseEntity.noContent().build();
  }
}
