package cn.wuye.hotline.backend.points.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.audit.Readings;
import cn.wuye.hotline.backend.points.Points;
import cn.wuye.hotline.backend.points.PointsAccount;
import cn.wuye.hotline.backend.points.PointsEntry;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a resident has; read only. */
@RestController
class PointsApiController {
  private final Points points;
  private final Readings readings;

  PointsApiController(Points points, Readings readings) {
    this.points = points;
    this.readings = readings;
  }

  /**
   * The account.
   *
   * @param entries the newest first
   */
  record PointsAccountView(String resident, long balance, List<PointsEntryView> entries) {}

  /**
   * An entry.
   *
   * @param ticket that the thanks are for; null of a correction, and of an estate out of sight
   */
  record PointsEntryView(
      String id,
      int points,
      @Nullable TicketNumber ticket,
      boolean correction,
      String reason,
      Instant at) {}

  @GetMapping("/api/v1/residents/{id}/points")
  PointsAccountView account(@PathVariable String id, Viewer viewer) {
    PointsAccount account =
        Optional.of(id)
            .filter(text -> text.matches("[1-9][0-9]{0,17}"))
            .flatMap(digits -> points.account(Long.parseLong(digits), viewer.scope()))
            .orElseThrow(
                () -> Problem.of(HttpStatus.NOT_FOUND, "resident-unknown", id).exception());
    readings.record(
        Audit.user(viewer.login()),
        AuditAction.RESIDENT_READ,
        "resident:" + id,
        Map.of("api", true));
    return new PointsAccountView(
        id, account.balance(), account.entries().stream().map(each -> view(each, viewer)).toList());
  }

  private static PointsEntryView view(PointsEntry entry, Viewer viewer) {
    return new PointsEntryView(
        Long.toString(entry.id()),
        entry.points(),
        viewer.scope().sees(entry.estate()) ? entry.ticket() : null,
        entry.correction(),
        entry.reason(),
        entry.at());
  }
}
