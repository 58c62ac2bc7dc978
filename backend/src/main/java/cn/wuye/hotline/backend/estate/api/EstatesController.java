package cn.wuye.hotline.backend.estate.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.estate.DutyEntry;
import cn.wuye.hotline.backend.estate.DutyLists;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The estates that the asker sees. */
@RestController
@RequestMapping("/api/v1/estates")
class EstatesController {
  private final Estates estates;
  private final DutyLists duty;

  EstatesController(Estates estates, DutyLists duty) {
    this.estates = estates;
    this.duty = duty;
  }

  @GetMapping
  ListView list(Viewer viewer) {
    List<DutyEntry> entries = duty.all();
    return new ListView(
        estates.findAllByOrderByPositionAscIdAsc().stream()
            .filter(estate -> viewer.scope().sees(estate.id()))
            .map(estate -> view(estate, entries, viewer))
            .toList());
  }

  @GetMapping("/{id}")
  EstateView one(@PathVariable String id, Viewer viewer) {
    return find(id)
        .filter(estate -> viewer.scope().sees(estate.id()))
        .map(estate -> view(estate, duty.all(), viewer))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "estate-unknown", id).exception());
  }

  private Optional<Estate> find(String id) {
    return EstateId.find(id).flatMap(estates::findById);
  }

  private static EstateView view(Estate estate, List<DutyEntry> entries, Viewer viewer) {
    return new EstateView(
        estate.requireId(),
        estate.name(),
        estate.aliases().names(),
        estate.buildings().stream().map(Estate.Building::name).toList(),
        estate.personFromAge(),
        estate.dialect(),
        entries.stream()
            .filter(entry -> estate.requireId().equals(entry.estate()))
            .map(entry -> DutyView.of(entry, viewer))
            .toList());
  }

  /** All, in their order. */
  record ListView(List<EstateView> estates) {}

  /** One with its buildings and whom to ring. */
  record EstateView(
      EstateId id,
      String name,
      List<String> aliases,
      List<String> buildings,
      @Nullable Integer personFromAge,
      String dialect,
      List<DutyView> duty) {}

  /** One phone of a duty list, masked unless the viewer may see it. */
  record DutyView(String role, String name, String number) {
    static DutyView of(DutyEntry entry, Viewer viewer) {
      return new DutyView(
          entry.role().code(), entry.name(), String.valueOf(viewer.shown(entry.number())));
    }
  }
}
