package cn.wuye.hotline.backend.equipment.api;

import cn.wuye.hotline.backend.equipment.Equipment;
import cn.wuye.hotline.backend.equipment.EquipmentKind;
import cn.wuye.hotline.backend.equipment.EquipmentRegister;
import cn.wuye.hotline.backend.equipment.EquipmentTickets;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lifts, pumps and doors; administrators write them. */
@RestController
@RequestMapping("/api/v1/equipment")
class EquipmentController {
  private static final int LIMIT = 100;

  private final EquipmentRegister register;
  private final EquipmentTickets tickets;

  EquipmentController(EquipmentRegister register, EquipmentTickets tickets) {
    this.register = register;
    this.tickets = tickets;
  }

  /**
   * One thing as it is to be.
   *
   * @param version needed to change one that is there
   */
  record Request(
      @Nullable Long version,
      @Nullable String estateId,
      @Nullable String building,
      @Nullable String kind,
      @Nullable String code,
      @Nullable String name,
      @Nullable String installedOn,
      @Nullable String maintainer,
      @Nullable String plan,
      @Nullable String lastServiceOn) {}

  /** One thing. */
  record View(
      String id,
      long version,
      EstateId estateId,
      String building,
      EquipmentKind kind,
      String code,
      String name,
      @Nullable LocalDate installedOn,
      @Nullable String maintainer,
      String plan,
      @Nullable LocalDate lastServiceOn) {
    static View of(Equipment thing) {
      return new View(
          Long.toString(thing.id()),
          thing.version(),
          thing.estate(),
          thing.building(),
          thing.kind(),
          thing.code(),
          thing.name(),
          thing.installedOn(),
          thing.maintainer().isEmpty() ? null : thing.maintainer(),
          thing.plan(),
          thing.lastServiceOn());
    }
  }

  /**
   * A part of the register.
   *
   * @param next to be sent as {@code after} for the next part; null at the end
   */
  record ListView(List<View> equipment, @Nullable String next) {}

  /** One thing with the tickets that hang on it, the newest first. */
  record OneView(View equipment, List<TicketNumber> tickets) {}

  @GetMapping
  ListView list(
      @RequestParam(required = false) @Nullable String estate,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String after,
      @AuthenticationPrincipal SignedInUser me) {
    FieldCheck check = new FieldCheck();
    EstateId where = check.parsed("estate", estate, EstateId::parse, "\"1\"");
    EquipmentKind which = check.coded("kind", kind, EquipmentKind.class);
    EstateId last = check.parsed("after", after, EstateId::parse, "\"1\"");
    check.done();
    List<Equipment> found =
        register.list(
            new EquipmentRegister.Query(where, which, last == null ? 0 : last.value(), LIMIT),
            me.scope());
    return new ListView(
        found.stream().map(View::of).toList(),
        found.size() < LIMIT ? null : Long.toString(found.get(found.size() - 1).id()));
  }

  @GetMapping("/{id}")
  OneView one(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    Equipment thing = known(id, me);
    return new OneView(View.of(thing), tickets.ticketsOf(thing.id(), me.scope()));
  }

  @PostMapping
  ResponseEntity<View> add(@RequestBody Request request, @AuthenticationPrincipal SignedInUser me) {
    require(me);
    Equipment wanted = wanted(request, 0, 0, null);
    View added = saved(wanted, me);
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/equipment/" + added.id())
        .body(added);
  }

  @PutMapping("/{id}")
  View change(
      @PathVariable String id,
      @RequestBody Request request,
      @AuthenticationPrincipal SignedInUser me) {
    require(me);
    Equipment now = known(id, me);
    new FieldCheck().required("version", request.version()).done();
    return saved(
        wanted(request, now.id(), Objects.requireNonNull(request.version()), now.estate()), me);
  }

  private static void require(SignedInUser me) {
    if (!me.administers()) {
      throw new AccessDeniedException("the register is written by administrators");
    }
  }

  private Equipment known(String id, SignedInUser me) {
    return EstateId.find(id)
        .flatMap(number -> register.find(number.value(), me.scope()))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "equipment-unknown", id).exception());
  }

  private static Equipment wanted(
      Request request, long id, long version, @Nullable EstateId estate) {
    FieldCheck check = new FieldCheck();
    EstateId where =
        estate != null
            ? estate
            : check
                .required("estateId", request.estateId())
                .parsed("estateId", request.estateId(), EstateId::parse, "\"1\"");
    check
        .required("kind", request.kind())
        .required("code", request.code())
        .required("name", request.name())
        .text("code", request.code(), EquipmentRegister.MAX_CODE)
        .text("name", request.name(), EquipmentRegister.MAX_NAME)
        .text("building", request.building(), TicketPlace.MAX_BUILDING)
        .text("plan", request.plan(), EquipmentRegister.MAX_PLAN)
        .text("maintainer", request.maintainer(), 24);
    EquipmentKind kind = check.coded("kind", request.kind(), EquipmentKind.class);
    LocalDate installed =
        check.parsed("installedOn", request.installedOn(), LocalDate::parse, "2012-05-31");
    LocalDate service =
        check.parsed("lastServiceOn", request.lastServiceOn(), LocalDate::parse, "2026-03-01");
    check.done();
    return new Equipment(
        id,
        version,
        Objects.requireNonNull(where),
        said(request.building()),
        Objects.requireNonNull(kind),
        said(request.code()),
        said(request.name()),
        installed,
        said(request.maintainer()),
        said(request.plan()),
        service);
  }

  private View saved(Equipment wanted, SignedInUser me) {
    EquipmentRegister.Saved saved = register.save(wanted, me.scope(), me.getUsername());
    for (Map.Entry<String, String> wrong : saved.wrong().entrySet()) {
      throw refused(wrong.getKey(), wrong.getValue(), wanted);
    }
    return View.of(register.find(saved.id(), me.scope()).orElseThrow());
  }

  private static RuntimeException refused(String field, String why, Equipment wanted) {
    return switch (why) {
      case "stale" -> Problem.of(HttpStatus.CONFLICT, "equipment-changed", wanted.id()).exception();
      case "taken" -> Problem.of(HttpStatus.CONFLICT, "equipment-taken", wanted.code()).exception();
      default ->
          Problem.ofFields(
                  List.of(
                      field.equals("estate")
                          ? Problem.FieldProblem.of(
                              "estateId", "unknown-estate", wanted.estate().toString())
                          : Problem.FieldProblem.of(
                              field,
                              why.equals("future") || why.equals("before-installed")
                                  ? why
                                  : "value")))
              .exception();
    };
  }

  private static String said(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
