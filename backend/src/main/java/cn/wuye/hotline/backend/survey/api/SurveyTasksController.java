package cn.wuye.hotline.backend.survey.api;

import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.survey.SurveyIds;
import cn.wuye.hotline.backend.survey.api.SurveyRequests.DoneRequest;
import cn.wuye.hotline.backend.survey.desk.SurveyDesk;
import cn.wuye.hotline.backend.survey.followup.SurveyTasks;
import cn.wuye.hotline.backend.survey.store.SurveyTask;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people have to do after surveys. */
@RestController
@RequestMapping("/api/v1/surveys/tasks")
class SurveyTasksController {
  private final SurveyTasks tasks;
  private final SurveyDesk desk;
  private final Clock clock;

  SurveyTasksController(SurveyTasks tasks, SurveyDesk desk, Clock clock) {
    this.tasks = tasks;
    this.desk = desk;
    this.clock = clock;
  }

  /** Those that are open, the one that is due first first; at most a hundred. */
  record ListView(List<OpenTaskView> tasks) {}

  /**
   * A task.
   *
   * @param dueAt null when no clock runs
   * @param late whether it is open and was not done in time
   */
  record OpenTaskView(
      String id,
      String survey,
      TicketNumber ticket,
      String kind,
      boolean open,
      Instant openedAt,
      @Nullable Instant dueAt,
      boolean late) {
    static OpenTaskView of(SurveyTask task, Instant now) {
      Instant due = task.dueAt();
      return new OpenTaskView(
          Long.toString(task.id()),
          Long.toString(task.survey()),
          task.ticket(),
          task.kind().code(),
          task.open(),
          task.openedAt(),
          due,
          task.open() && due != null && due.isBefore(now));
    }
  }

  @GetMapping
  ListView open(@AuthenticationPrincipal SignedInUser me) {
    Instant now = clock.instant();
    return new ListView(
        tasks.open(me.scope()).stream().map(task -> OpenTaskView.of(task, now)).toList());
  }

  @PostMapping("/{id}/done")
  OpenTaskView done(
      @PathVariable String id,
      @RequestBody DoneRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    SurveyTask task = require(id, me);
    SurveyDesk.Change change = desk.done(task.id(), request.checked(), me);
    return switch (change) {
      case DONE -> OpenTaskView.of(require(id, me), clock.instant());
      case OVER, ON_THE_PHONE ->
          throw Problem.of(HttpStatus.CONFLICT, "survey-task-over", id).exception();
      case NOT_HIS ->
          throw Problem.of(HttpStatus.FORBIDDEN, "survey-own-work", Long.toString(task.survey()))
              .exception();
      case UNKNOWN -> throw Problem.of(HttpStatus.NOT_FOUND, "survey-task-unknown", id).exception();
    };
  }

  private SurveyTask require(String id, SignedInUser me) {
    return SurveyIds.find(id)
        .flatMap(known -> desk.task(known, me))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "survey-task-unknown", id).exception());
  }
}
