package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.idempotency.Answer;
import cn.wuye.hotline.backend.idempotency.Idempotency;
import cn.wuye.hotline.backend.idempotency.IdempotentRequest;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumbers;
import cn.wuye.hotline.backend.ticket.TicketRules;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Opening tickets, once per {@code Idempotency-Key}. */
@RestController
class NewTicketsController {
  private static final String KEY = "Idempotency-Key";

  private final Tickets tickets;
  private final TicketNumbers numbers;
  private final TicketRules rules;
  private final TicketList list;
  private final Idempotency idempotency;
  private final JsonMapper json;
  private final Clock clock;

  NewTicketsController(
      Tickets tickets,
      TicketNumbers numbers,
      TicketRules rules,
      TicketList list,
      Idempotency idempotency,
      JsonMapper json,
      Clock clock) {
    this.tickets = tickets;
    this.numbers = numbers;
    this.rules = rules;
    this.list = list;
    this.idempotency = idempotency;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping("/api/v1/tickets")
  ResponseEntity<String> open(
      @RequestBody NewTicketRequest request,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      Viewer viewer) {
    if (key != null) {
      new FieldCheck().required(KEY, key).text(KEY, key, IdempotentRequest.MAX_KEY).done();
    }
    Instant now = clock.instant();
    Contents contents = request.contents(now);
    rules
        .check(contents, viewer.scope())
        .ifPresent(
            invalid -> {
              throw ChangeAnswers.invalid(invalid).exception();
            });
    NewTicket draft =
        new NewTicket(
            Optional.of(numbers.next()),
            Origin.of("api", UUID.randomUUID().toString()),
            request.channelOrDefault(),
            Optional.empty(),
            contents,
            request.openedAt() == null ? now : request.openedAt());
    Answer answer =
        key == null
            ? open(draft, viewer)
            : idempotency.once(
                IdempotentRequest.of(viewer.login(), key, json.writeValueAsString(request)),
                () -> open(draft, viewer));
    return ResponseEntity.status(answer.status())
        .location(URI.create(answer.location()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(answer.body());
  }

  private Answer open(NewTicket draft, Viewer viewer) {
    var number = tickets.openFirst(draft, Actor.user(viewer.login())).ticket().number();
    // Whoever opens a ticket sees it once, even one that belongs to no estate yet.
    TicketView view =
        list.find(number, viewer.scope().withUnplaced())
            .map(row -> TicketView.of(row, viewer))
            .orElseThrow();
    return new Answer(201, "/api/v1/tickets/" + number, json.writeValueAsString(view));
  }
}
