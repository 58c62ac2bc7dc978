package cn.wuye.hotline.backend.console.floor;

import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.floor.book.Books;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.queue.QueueManner;
import cn.wuye.hotline.backend.queue.StormMode;
import cn.wuye.hotline.backend.queue.edit.EditedQueue;
import cn.wuye.hotline.backend.queue.edit.QueueEditor;
import cn.wuye.hotline.backend.queue.edit.QueueEditor.Hands;
import cn.wuye.hotline.backend.user.SignedInUser;
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
  private final Books books;
  private final Said said;

  FloorQueueController(QueueEditor queues, Books books, Said said) {
    this.queues = queues;
    this.books = books;
    this.said = said;
  }

  @PostMapping("/console/floor/queues/{code:[a-z0-9-]{1,30}}")
  ResponseEntity<String> step(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String storm,
      @RequestParam(defaultValue = "") String announcement,
      @AuthenticationPrincipal SignedInUser me) {
    if (!me.leadsAgents()) {
      throw new AccessDeniedException("steps are for supervisors");
    }
    QueueManner now =
        queues
            .find(code, me.scope())
            .map(EditedQueue::manner)
            .orElseThrow(() -> new NoSuchPage("queue " + code));
    String text = announcement.strip();
    Optional<Hands> hands =
        switch (step) {
          case "close" -> Optional.of(new Hands(true, now.storm(), now.announcement()));
          case "open" -> Optional.of(new Hands(false, now.storm(), now.announcement()));
          case "storm" ->
              Coded.find(StormMode.class, storm)
                  .filter(mode -> Text.length(text) <= QueueEditor.MAX_ANNOUNCEMENT)
                  .map(mode -> new Hands(now.shut(), mode, text));
          default -> Optional.empty();
        };
    if (hands.isEmpty()) {
      return said.of(
          HttpStatus.BAD_REQUEST, "queues.announcement.long", QueueEditor.MAX_ANNOUNCEMENT);
    }
    if (!queues.run(code, hands.get(), me.scope(), me.getUsername())) {
      throw new NoSuchPage("queue " + code);
    }
    books.soon();
    return said.of(HttpStatus.OK, "floor.queue.done." + step);
  }
}
