package cn.wuye.hotline.backend.queue.api;

import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.queue.Hands;
import cn.wuye.hotline.backend.queue.StormMode;
import cn.wuye.hotline.backend.queue.edit.EditedQueue;
import cn.wuye.hotline.backend.queue.edit.HoursText;
import cn.wuye.hotline.backend.queue.edit.QueueEditor;
import cn.wuye.hotline.backend.queue.edit.QueueHands;
import cn.wuye.hotline.backend.queue.edit.StormOrder;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Queues, and what a supervisor does with them by hand. */
@RestController
@RequestMapping("/api/v1/queues")
class QueueController {
  private final QueueEditor queues;
  private final QueueHands hands;

  QueueController(QueueEditor queues, QueueHands hands) {
    this.queues = queues;
    this.hands = hands;
  }

  /** One queue. */
  record View(
      String code,
      String title,
      List<String> skills,
      List<String> estates,
      int weight,
      long longestWaitSeconds,
      boolean shut,
      StormMode storm,
      String announcement,
      boolean recorded,
      boolean phonesBack,
      String days) {
    static View of(EditedQueue each) {
      Hands hands = each.manner().hands();
      return new View(
          each.queue().code(),
          each.queue().title(),
          each.queue().skills().stream().map(Object::toString).sorted().toList(),
          each.queue().estates().stream().sorted().toList(),
          each.queue().weight(),
          each.queue().limits().longestWait().toSeconds(),
          hands.shut(),
          hands.storm(),
          hands.announcement().words(),
          hands.announcement().recording().isPresent(),
          each.manner().phonesBack(),
          HoursText.lines(each.manner().hours().days()));
    }
  }

  /** By code. */
  record ListView(List<View> queues) {}

  /** What is done with a queue of the moment. */
  record HandsRequest(
      @Nullable Boolean shut, @Nullable String storm, @Nullable String announcement) {}

  @GetMapping
  ListView list(@AuthenticationPrincipal SignedInUser me) {
    return new ListView(queues.list(me.scope()).stream().map(View::of).toList());
  }

  @PutMapping("/{code}/hands")
  View run(
      @PathVariable String code,
      @RequestBody HandsRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    if (!me.administers() && !me.roles().contains(Role.SUPERVISOR)) {
      throw new AccessDeniedException("runs no queue");
    }
    FieldCheck check = new FieldCheck();
    check
        .required("shut", request.shut())
        .required("storm", request.storm())
        .text("announcement", request.announcement(), StormOrder.MAX_WORDS);
    StormMode storm = check.coded("storm", request.storm(), StormMode.class);
    check.done();
    StormOrder order =
        StormOrder.typed(
            Objects.requireNonNull(storm), Objects.requireNonNullElse(request.announcement(), ""));
    boolean shut = Objects.requireNonNull(request.shut());
    if (!hands.shut(code, shut, me.scope(), me.getUsername())
        || !(hands.storm(code, order, me.scope(), me.getUsername()) instanceof QueueHands.Done)) {
      throw Problem.of(HttpStatus.NOT_FOUND, "queue-unknown", code).exception();
    }
    return View.of(queues.find(code, me.scope()).orElseThrow());
  }
}
