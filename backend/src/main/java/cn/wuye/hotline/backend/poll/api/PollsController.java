package cn.wuye.hotline.backend.poll.api;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollTally;
import cn.wuye.hotline.backend.poll.desk.PollDesk;
import cn.wuye.hotline.backend.poll.desk.PollProgress;
import cn.wuye.hotline.backend.poll.desk.PollResults;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.survey.Share;
import cn.wuye.hotline.backend.survey.SurveyIds;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Polls and what came of them; they are drafted and begun on the console alone. */
@RestController
@RequestMapping("/api/v1/polls")
class PollsController {
  private final PollDesk desk;
  private final PollResults results;

  PollsController(PollDesk desk, PollResults results) {
    this.desk = desk;
    this.results = results;
  }

  /**
   * A poll.
   *
   * @param estateIds those that are seen
   * @param seed by which its residents are drawn
   */
  record PollView(
      String id,
      String title,
      String state,
      List<EstateId> estateIds,
      @Nullable Integer ageFrom,
      @Nullable Integer ageTo,
      int size,
      String seed,
      LocalDate from,
      LocalDate to,
      String channel,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {}

  /** The newest first. */
  record PollListView(List<PollView> polls) {}

  /** How many residents stand where, of the estates that are seen. */
  record PollProgressView(
      long planned, long calling, long answered, long unreached, long declined, long notAsked) {}

  /**
   * An answer.
   *
   * @param percent null where there are too few answers
   */
  record PollShareView(int value, long count, @Nullable Integer percent) {}

  /**
   * What came of a question.
   *
   * @param mean degrees in 20–100, points in tenths; null where there is none
   */
  record PollResultView(
      int number,
      String kind,
      String text,
      long answers,
      @Nullable Integer mean,
      List<PollShareView> shares) {}

  /** One with what came of it. */
  record PollOneView(PollView poll, PollProgressView progress, List<PollResultView> results) {}

  @GetMapping
  PollListView list(@AuthenticationPrincipal SignedInUser me) {
    require(me);
    return new PollListView(desk.all(me).stream().map(poll -> view(poll, me)).toList());
  }

  @GetMapping("/{id}")
  PollOneView one(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    require(me);
    Poll poll =
        SurveyIds.find(id)
            .flatMap(number -> desk.find(number, me))
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "poll-unknown", id).exception());
    return new PollOneView(
        view(poll, me),
        view(results.progress(poll.id(), me.scope())),
        results.tallies(poll, me.scope()).stream().map(PollsController::view).toList());
  }

  private static void require(SignedInUser me) {
    if (!me.seesResults()) {
      throw new AccessDeniedException("sees no polls");
    }
  }

  private static PollView view(Poll poll, SignedInUser me) {
    return new PollView(
        Long.toString(poll.id()),
        poll.draft().title(),
        poll.state().code(),
        poll.draft().estates().stream().filter(me.scope()::sees).toList(),
        poll.draft().ages().from(),
        poll.draft().ages().to(),
        poll.draft().size(),
        Long.toString(poll.seed()),
        poll.draft().from(),
        poll.draft().to(),
        poll.draft().channel().code(),
        poll.startedAt(),
        poll.endedAt());
  }

  private static PollProgressView view(PollProgress progress) {
    return new PollProgressView(
        progress.of(AskedState.PLANNED),
        progress.of(AskedState.CALLING),
        progress.of(AskedState.ANSWERED),
        progress.of(AskedState.UNREACHED),
        progress.of(AskedState.DECLINED),
        progress.of(AskedState.NOT_ASKED));
  }

  private static PollResultView view(PollTally tally) {
    return new PollResultView(
        tally.question().number(),
        tally.question().kind().code(),
        tally.question().zh(),
        tally.answers(),
        orNull(tally.mean()),
        tally.question().kind().numbers().stream()
            .map(value -> view(value, tally.share(value)))
            .toList());
  }

  private static PollShareView view(int value, Share share) {
    return new PollShareView(value, share.part(), orNull(share.percent()));
  }

  private static @Nullable Integer orNull(OptionalInt number) {
    return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
  }
}
