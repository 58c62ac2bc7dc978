package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.problem.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What this node could not take in. For users who see every estate: of which one it is, nobody
 * knows yet.
 */
@RestController
@RequestMapping("/api/v1/intake/rejected")
class RejectedController {
  private final RejectedItems items;

  RejectedController(RejectedItems items) {
    this.items = items;
  }

  /** All of them, the newest first. */
  @GetMapping
  Answer list(Viewer viewer) {
    allowed(viewer);
    return new Answer(items.list());
  }

  /** Tries one again; the outcome shows in the list. */
  @PostMapping("/{id}/retry")
  ResponseEntity<Void> retry(@PathVariable String id, Viewer viewer) {
    allowed(viewer);
    if (!items.retry(id)) {
      throw Problem.of(HttpStatus.NOT_FOUND, "rejected-unknown", id).exception();
    }
    return ResponseEntity.accepted().build();
  }

  private static void allowed(Viewer viewer) {
    if (!viewer.scope().equals(EstateScope.ALL)) {
      throw Problem.of(HttpStatus.FORBIDDEN, "forbidden").exception();
    }
  }

  record Answer(List<RejectedItem> items) {}
}
