package cn.wuye.hotline.backend.resident.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.audit.Readings;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The residents that the asker sees. They are looked up by number or id and not listed: nobody
 * needs all of them at once.
 */
@RestController
@RequestMapping("/api/v1/residents")
class ResidentsController {
  private final Residents residents;
  private final Readings readings;

  ResidentsController(Residents residents, Readings readings) {
    this.residents = residents;
    this.readings = readings;
  }

  @GetMapping
  ListView reachedAt(@RequestParam(required = false) @Nullable String phone, Viewer viewer) {
    FieldCheck check = new FieldCheck().required("phone", phone);
    PhoneNumber number = check.parsed("phone", phone, PhoneNumber::new, "13800000001");
    check.done();
    return new ListView(
        residents.reachedAt(Objects.requireNonNull(number), viewer.scope()).stream()
            .map(resident -> read(resident, viewer))
            .toList());
  }

  @GetMapping("/{id}")
  ResidentView one(@PathVariable String id, Viewer viewer) {
    return Optional.of(id)
        .filter(text -> text.matches("[1-9][0-9]{0,17}"))
        .flatMap(digits -> residents.find(Long.parseLong(digits), viewer.scope()))
        .map(resident -> read(resident, viewer))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "resident-unknown", id).exception());
  }

  private ResidentView read(Resident resident, Viewer viewer) {
    readings.record(
        Audit.user(viewer.login()),
        AuditAction.RESIDENT_READ,
        "resident:" + resident.id(),
        Map.of("api", true));
    return view(resident, viewer);
  }

  private static ResidentView view(Resident resident, Viewer viewer) {
    return new ResidentView(
        String.valueOf(resident.id()),
        resident.name(),
        resident.dialect(),
        resident.birthYear(),
        resident.phones().stream().map(phone -> viewer.shown(phone.number())).toList(),
        // Where she lives in an estate out of sight is not the asker's business either.
        resident.dwellings().stream()
            .filter(dwelling -> viewer.scope().sees(dwelling.estateId()))
            .map(d -> new DwellingView(d.estateId(), d.building(), d.unit(), d.room()))
            .toList());
  }

  /** Several people may share a number. */
  record ListView(List<ResidentView> residents) {}

  /** One; phones are masked unless the viewer may see them. */
  record ResidentView(
      String id,
      String name,
      String dialect,
      @Nullable Integer birthYear,
      List<@Nullable String> phones,
      List<DwellingView> dwellings) {}

  /** Where she lives or lived. */
  record DwellingView(EstateId estateId, String building, String unit, String room) {}
}
