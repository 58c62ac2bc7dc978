package cn.wuye.hotline.backend.message.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.message.outbox.MessageState;
import cn.wuye.hotline.backend.message.outbox.OutboxDesk;
import cn.wuye.hotline.backend.message.outbox.OutboxMessage;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people were told and what waits; addresses are always masked. */
@RestController
@RequestMapping("/api/v1/messages")
class MessagesController {
  private static final int PAGE = 100;

  private final OutboxDesk desk;

  MessagesController(OutboxDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  ListView list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String ticket,
      @RequestParam(required = false) @Nullable String after,
      Viewer viewer) {
    FieldCheck check = new FieldCheck();
    MessageState wanted = check.coded("state", state, MessageState.class);
    TicketNumber number = check.parsed("ticket", ticket, TicketNumber::parse, "1000009");
    Long before = check.parsed("after", after, MessagesController::id, "1234");
    check.done();
    List<OutboxMessage> found =
        desk.list(
            new OutboxDesk.Query(
                wanted, number, before == null ? Long.MAX_VALUE : before, PAGE + 1),
            viewer.scope());
    List<OutboxMessage> page = found.stream().limit(PAGE).toList();
    return new ListView(page, found.size() > PAGE ? String.valueOf(page.get(PAGE - 1).id()) : null);
  }

  @GetMapping("/{id}")
  OutboxMessage one(@PathVariable String id, Viewer viewer) {
    return Optional.of(id)
        .filter(text -> text.matches("[1-9][0-9]{0,17}"))
        .flatMap(digits -> desk.find(Long.parseLong(digits), viewer.scope()))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "message-unknown", id).exception());
  }

  private static Long id(String digits) {
    if (!digits.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("no id");
    }
    return Long.valueOf(digits);
  }

  /**
   * A page, the newest first.
   *
   * @param next to be sent as {@code after} for the next page; null when this is the last
   */
  record ListView(List<OutboxMessage> messages, @Nullable String next) {}
}
