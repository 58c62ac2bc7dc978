package cn.wuye.hotline.backend.console.floor;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.queue.StormForm;
import cn.wuye.hotline.backend.floor.book.Books;
import cn.wuye.hotline.backend.queue.edit.QueueEditor;
import cn.wuye.hotline.backend.queue.edit.QueueHands;
import cn.wuye.hotline.backend.queue.edit.QueueHands.Refused;
import cn.wuye.hotline.backend.queue.edit.StormOrder;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Closing a queue, and telling of a storm, from the live page. */
@Controller
class FloorQueueController {
  private final QueueEditor queues;
  private final QueueHands hands;
  private final Books books;
  private final Said said;
  private final Labels labels;

  FloorQueueController(
      QueueEditor queues, QueueHands hands, Books books, Said said, Labels labels) {
    this.queues = queues;
    this.hands = hands;
    this.books = books;
    this.said = said;
    this.labels = labels;
  }

  @PostMapping("/console/floor/queues/{code:[a-z0-9-]{1,30}}")
  ResponseEntity<String> step(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String step,
      StormForm form,
      @AuthenticationPrincipal SignedInUser me)
      throws IOException {
    if (!me.leadsAgents()) {
      throw new AccessDeniedException("steps are for supervisors");
    }
    if (queues.find(code, me.scope()).isEmpty()) {
      throw new NoSuchPage("queue " + code);
    }
    return switch (step) {
      case "close", "open" -> shut(code, step, me);
      case "storm" -> storm(code, form, me);
      default -> said.of(HttpStatus.BAD_REQUEST, "floor.step.wrong");
    };
  }

  private ResponseEntity<String> shut(String code, String step, SignedInUser me) {
    if (!hands.shut(code, step.equals("close"), me.scope(), me.getUsername())) {
      throw new NoSuchPage("queue " + code);
    }
    return done(step);
  }

  private ResponseEntity<String> storm(String code, StormForm form, SignedInUser me)
      throws IOException {
    Optional<StormOrder> order = form.order();
    if (order.isEmpty()) {
      return said.of(HttpStatus.BAD_REQUEST, "floor.step.wrong");
    }
    QueueHands.Result result = hands.storm(code, order.get(), me.scope(), me.getUsername());
    if (result instanceof QueueHands.Unknown) {
      throw new NoSuchPage("queue " + code);
    }
    if (result instanceof Refused refused) {
      return said.words(HttpStatus.UNPROCESSABLE_CONTENT, StormForm.why(refused, labels));
    }
    return done("storm");
  }

  private ResponseEntity<String> done(String step) {
    books.soon();
    return said.of(HttpStatus.OK, "floor.queue.done." + step);
  }
}
