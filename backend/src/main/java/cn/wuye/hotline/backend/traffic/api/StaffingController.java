package cn.wuye.hotline.backend.traffic.api;

import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.rounding.Rounded;
import cn.wuye.hotline.backend.traffic.desk.Days;
import cn.wuye.hotline.backend.traffic.desk.InSight;
import cn.wuye.hotline.backend.traffic.desk.StaffingDesk;
import cn.wuye.hotline.backend.traffic.desk.StaffingDesk.Plan;
import cn.wuye.hotline.backend.traffic.desk.StaffingDesk.Slot;
import cn.wuye.hotline.backend.traffic.staffing.StaffingGoal;
import cn.wuye.hotline.backend.traffic.staffing.StaffingGoal.Limits;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many agents are needed, by Erlang C, for those who see results. */
@RestController
class StaffingController {
  private static final double PERCENT = 100;

  private final StaffingDesk desk;
  private final InSight sight;

  StaffingController(StaffingDesk desk, InSight sight) {
    this.desk = desk;
    this.sight = sight;
  }

  /**
   * A quarter of an hour; the handling time in seconds, the load in erlang, shares in percent.
   *
   * @param start when it begins
   * @param atDesks agents who must be there
   * @param scheduled agents who must be planned
   */
  record SlotView(
      Instant start,
      BigDecimal calls,
      BigDecimal handlingTime,
      BigDecimal load,
      int atDesks,
      int scheduled,
      BigDecimal serviceLevel,
      BigDecimal occupancy) {
    static SlotView of(Slot slot) {
      return new SlotView(
          slot.expected().quarter().start(),
          Rounded.tenth(slot.expected().calls()),
          Rounded.seconds(slot.expected().handling().toMillis()),
          Rounded.tenth(slot.needed().load()),
          slot.needed().atDesks(),
          slot.needed().scheduled(),
          Rounded.tenth(PERCENT * slot.needed().serviceLevel()),
          Rounded.tenth(PERCENT * slot.needed().occupancy()));
    }
  }

  /**
   * A day.
   *
   * @param like the days of the past from which it is taken
   * @param slots empty when none of them is known
   */
  record PlanView(
      LocalDate day,
      List<LocalDate> like,
      BigDecimal calls,
      int most,
      BigDecimal hours,
      List<SlotView> slots) {
    static PlanView of(Plan plan) {
      return new PlanView(
          plan.day(),
          plan.like(),
          Rounded.tenth(plan.calls()),
          plan.most(),
          Rounded.tenth(plan.hours()),
          plan.slots().stream().map(SlotView::of).toList());
    }
  }

  @GetMapping("/api/v1/traffic/staffing")
  PlanView plan(
      @RequestParam(required = false) @Nullable String day,
      @RequestParam(required = false) @Nullable String queue,
      @RequestParam(required = false) @Nullable String serviceLevel,
      @RequestParam(required = false) @Nullable String within,
      @RequestParam(required = false) @Nullable String maxOccupancy,
      @RequestParam(required = false) @Nullable String shrinkage,
      @RequestParam(required = false) @Nullable String least,
      @AuthenticationPrincipal SignedInUser me) {
    TrafficController.requireResults(me);
    FieldCheck check = new FieldCheck();
    LocalDate wanted =
        Objects.requireNonNullElse(
            check.parsed("day", day, Days::parse, "2026-03-02"), desk.today().plusDays(1));
    if (!desk.plans(wanted)) {
      check.wrong("day", "format", desk.today() + " – " + desk.last());
    }
    Optional<String> one = TrafficController.queue(check, queue, sight, me.scope());
    int level = number(check, "serviceLevel", serviceLevel, StaffingGoal.SERVICE_LEVEL);
    int seconds = number(check, "within", within, StaffingGoal.WITHIN);
    int busy = number(check, "maxOccupancy", maxOccupancy, StaffingGoal.MAX_OCCUPANCY);
    int away = number(check, "shrinkage", shrinkage, StaffingGoal.SHRINKAGE);
    int fewest = number(check, "least", least, StaffingGoal.LEAST);
    check.done();
    StaffingGoal goal = StaffingGoal.ofPercents(level, seconds, busy, away, fewest);
    return PlanView.of(desk.plan(wanted, one, goal, me.scope()));
  }

  private static int number(FieldCheck check, String field, @Nullable String text, Limits limits) {
    @Nullable Integer value =
        check.parsed(field, text, Integer::valueOf, String.valueOf(limits.usual()));
    int number = value == null ? limits.usual() : value;
    check.between(field, number, limits.least(), limits.most());
    return number;
  }
}
