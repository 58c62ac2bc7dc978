package cn.wuye.hotline.backend.quality.api;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.quality.Criteria;
import cn.wuye.hotline.backend.quality.Criterion;
import cn.wuye.hotline.backend.quality.Dispute;
import cn.wuye.hotline.backend.quality.ItemState;
import cn.wuye.hotline.backend.quality.Mark;
import cn.wuye.hotline.backend.quality.QualityDesk;
import cn.wuye.hotline.backend.quality.QualityItem;
import cn.wuye.hotline.backend.quality.QualityResults;
import cn.wuye.hotline.backend.quality.Sheet;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work list with its sheets, and what came of it. */
@RestController
@RequestMapping("/api/v1/quality")
class QualityApiController {
  private final QualityDesk desk;
  private final QualityResults results;
  private final Clock clock;

  QualityApiController(QualityDesk desk, QualityResults results, Clock clock) {
    this.desk = desk;
    this.results = results;
    this.clock = clock;
  }

  /**
   * A ticket that is checked.
   *
   * @param week Monday of the week in whose sample it is
   * @param score 0–100
   */
  record QualityItemView(
      String id,
      TicketNumber ticket,
      @Nullable EstateId estateId,
      @Nullable LocalDate week,
      boolean low,
      @Nullable String agent,
      ItemState state,
      @Nullable BigDecimal score,
      @Nullable String scoredBy,
      @Nullable Instant scoredAt) {}

  /**
   * A part of the list.
   *
   * @param next to be sent as {@code after} for the next part; null at the end
   */
  record QualityListView(List<QualityItemView> items, @Nullable String next) {}

  /** What one criterion was given. */
  record ScoreMarkView(String zh, String en, int weight, int points, int most, String remark) {}

  /** A score sheet. */
  record ScoreSheetView(
      int number,
      int criteria,
      BigDecimal score,
      List<ScoreMarkView> marks,
      String remark,
      String by,
      Instant at) {}

  /**
   * A dispute.
   *
   * @param changed null while nobody has answered, like the answer
   */
  record QualityDisputeView(
      String reason,
      String by,
      Instant at,
      @Nullable Boolean changed,
      @Nullable String answer,
      @Nullable String answeredBy,
      @Nullable Instant answeredAt) {}

  /** One with its sheets, the first first. */
  record QualityOneView(
      QualityItemView item, List<ScoreSheetView> sheets, @Nullable QualityDisputeView dispute) {}

  /** Of one who was judged. */
  record QualityResultView(
      @Nullable String agent, int scored, BigDecimal mean, int low, int disputed, int changed) {}

  /** Of a time. */
  record QualityResultsView(LocalDate from, LocalDate to, List<QualityResultView> agents) {}

  @GetMapping("/items")
  QualityListView list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String agent,
      @RequestParam(defaultValue = "false") boolean low,
      @RequestParam(required = false) @Nullable String after,
      @AuthenticationPrincipal SignedInUser me) {
    FieldCheck check = new FieldCheck();
    ItemState wanted = check.coded("state", state, ItemState.class);
    EstateId last = check.parsed("after", after, EstateId::parse, "\"1\"");
    check.text("agent", agent, 60).done();
    List<QualityItem> found =
        desk.list(
            new QualityDesk.Query(
                wanted,
                Objects.requireNonNullElse(agent, ""),
                low,
                last == null ? 0 : last.value()),
            me);
    return new QualityListView(
        found.stream().map(QualityApiController::view).toList(),
        found.size() < QualityDesk.PAGE ? null : Long.toString(found.get(found.size() - 1).id()));
  }

  @GetMapping("/items/{id}")
  QualityOneView one(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    QualityItem item =
        EstateId.find(id)
            .flatMap(number -> desk.find(number.value(), me))
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "quality-unknown", id).exception());
    return new QualityOneView(
        view(item),
        desk.sheets(item).stream().map(QualityApiController::view).toList(),
        desk.dispute(item).map(QualityApiController::view).orElse(null));
  }

  @GetMapping("/results")
  QualityResultsView results(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @AuthenticationPrincipal SignedInUser me) {
    if (!me.seesResults()) {
      throw new AccessDeniedException("sees no results of others");
    }
    FieldCheck check = new FieldCheck();
    LocalDate first = check.parsed("from", from, LocalDate::parse, "2026-03-01");
    LocalDate last = check.parsed("to", to, LocalDate::parse, "2026-03-31");
    if (first != null && last != null && last.isBefore(first)) {
      check.wrong("to", "not-before", first);
    }
    check.done();
    Period period = Period.of(first, last, clock.instant());
    return new QualityResultsView(
        period.from(),
        period.to(),
        results.between(period.start(), period.end(), me.scope()).stream()
            .map(
                each ->
                    new QualityResultView(
                        orNull(each.agent()),
                        each.scored(),
                        score(each.mean()),
                        each.low(),
                        each.disputed(),
                        each.changed()))
            .toList());
  }

  private static QualityItemView view(QualityItem item) {
    Integer score = item.score();
    return new QualityItemView(
        Long.toString(item.id()),
        item.ticket(),
        item.estate(),
        item.week(),
        item.low(),
        orNull(item.agent()),
        item.state(),
        score == null ? null : score(score),
        orNull(item.scoredBy()),
        item.scoredAt());
  }

  private static ScoreSheetView view(Sheet sheet) {
    return new ScoreSheetView(
        sheet.number(),
        sheet.criteria().version(),
        score(sheet.score()),
        sheet.marks().stream().map(mark -> view(mark, sheet.criteria())).toList(),
        sheet.remark(),
        sheet.by(),
        sheet.at());
  }

  private static ScoreMarkView view(Mark mark, Criteria criteria) {
    Criterion criterion = criteria.at(mark.position());
    return new ScoreMarkView(
        criterion.zh(),
        criterion.en(),
        criterion.weight(),
        mark.points(),
        criterion.most(),
        mark.remark());
  }

  private static QualityDisputeView view(Dispute dispute) {
    return new QualityDisputeView(
        dispute.reason(),
        dispute.by(),
        dispute.at(),
        dispute.changed(),
        orNull(dispute.answer()),
        orNull(dispute.answeredBy()),
        dispute.answeredAt());
  }

  private static BigDecimal score(int tenths) {
    return BigDecimal.valueOf(tenths, 1);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
