package cn.wuye.hotline.backend.console.compensation;

import cn.wuye.hotline.backend.compensation.Compensation;
import cn.wuye.hotline.backend.compensation.CompensationFigures;
import cn.wuye.hotline.backend.compensation.Compensations;
import cn.wuye.hotline.backend.compensation.Decision;
import cn.wuye.hotline.backend.compensation.Limits;
import cn.wuye.hotline.backend.console.ChangeAnswer;
import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Downloads;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.Money;
import cn.wuye.hotline.backend.console.Months;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Compensations: proposed and decided on the ticket's page, counted on a page of their own. */
@Controller
class CompensationController {
  private static final String PATH = "/console/compensations";
  private static final String ONE = PATH + "/{id:[0-9]{1,18}}";

  private final Compensations compensations;
  private final CompensationFigures figures;
  private final Limits limits;
  private final CompensationViews views;
  private final ChangeAnswer answer;
  private final Months months;
  private final Choices choices;
  private final StaffNames staff;
  private final Labels labels;

  CompensationController(
      Compensations compensations,
      CompensationFigures figures,
      Limits limits,
      CompensationViews views,
      ChangeAnswer answer,
      Months months,
      Choices choices,
      StaffNames staff,
      Labels labels) {
    this.compensations = compensations;
    this.figures = figures;
    this.limits = limits;
    this.views = views;
    this.answer = answer;
    this.months = months;
    this.choices = choices;
    this.staff = staff;
    this.labels = labels;
  }

  /** A sum in words. */
  record SumView(String month, String estate, int count, String amount) {}

  /** A role with its limit as typed. */
  record LimitView(String role, String name, String value) {}

  @PostMapping("/console/tickets/{number:[0-9]+}/compensations")
  ModelAndView propose(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket =
        TicketNumber.find(number).orElseThrow(() -> new NoSuchPage("ticket " + number));
    Compensation.Kind wanted =
        Coded.find(Compensation.Kind.class, kind)
            .orElseThrow(() -> new NoSuchPage("compensation " + kind));
    OptionalLong cents = amount.isBlank() ? OptionalLong.of(0) : Money.find(amount);
    return page(compensations.propose(ticket, wanted, cents.orElse(-1), reason, me), me)
        .addObject("wantedKind", kind)
        .addObject("wantedAmount", amount)
        .addObject("wantedCompensation", reason);
  }

  @PostMapping(ONE + "/approve")
  ModelAndView approve(
      @PathVariable long id,
      @RequestParam(defaultValue = "-1") long version,
      @AuthenticationPrincipal SignedInUser me) {
    return page(compensations.approve(id, version, me), me);
  }

  @PostMapping(ONE + "/reject")
  ModelAndView reject(
      @PathVariable long id,
      @RequestParam(defaultValue = "-1") long version,
      @RequestParam(defaultValue = "") String words,
      @AuthenticationPrincipal SignedInUser me) {
    return page(compensations.reject(id, version, words, me), me);
  }

  @PostMapping(ONE + "/withdraw")
  ModelAndView withdraw(
      @PathVariable long id,
      @RequestParam(defaultValue = "-1") long version,
      @AuthenticationPrincipal SignedInUser me) {
    return page(compensations.withdraw(id, version, me), me);
  }

  private ModelAndView page(Decision decision, SignedInUser me) {
    if (decision instanceof Decision.Done done) {
      return new ModelAndView("redirect:/console/tickets/" + done.ticket() + "?done");
    }
    if (decision instanceof Decision.Refused refused) {
      String limit = refused.limit() < 0 ? "0" : Money.of(refused.limit());
      return answer.refused(
          refused.ticket(), labels.text("compensation.refused." + refused.why().code(), limit), me);
    }
    throw new NoSuchPage("compensation");
  }

  @GetMapping(PATH)
  ModelAndView overview(
      @RequestParam(defaultValue = "") String month, @AuthenticationPrincipal SignedInUser me) {
    return overview(month, limitViews(), "", HttpStatus.OK, me);
  }

  private ModelAndView overview(
      String month, List<LimitView> typed, String problem, HttpStatus status, SignedInUser me) {
    PlaceRights.require(me.takesDataAway());
    YearMonth wanted = months.of(month);
    long limit = limits.of(me);
    Map<String, String> names = estateNames(me);
    return new ModelAndView("compensations", status)
        .addObject("month", wanted.toString())
        .addObject("problem", problem)
        .addObject("waiting", shown(figures.waiting(me.scope()), me, limit))
        .addObject("decided", shown(figures.decided(wanted, me.scope()), me, limit))
        .addObject(
            "sums",
            figures.sums(me.scope()).stream()
                .map(
                    sum ->
                        new SumView(
                            sum.month().toString(),
                            estate(sum.estate(), names),
                            sum.count(),
                            Money.of(sum.cents())))
                .toList())
        .addObject("limits", me.administersAll() ? typed : List.of());
  }

  private List<CompensationViews.CompensationView> shown(
      List<Compensation> found, SignedInUser me, long limit) {
    return found.stream().map(each -> views.of(each, me, limit)).toList();
  }

  @GetMapping(PATH + ".csv")
  void csv(
      @RequestParam(defaultValue = "") String month,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletResponse response)
      throws IOException {
    PlaceRights.require(me.takesDataAway());
    YearMonth wanted = months.of(month);
    Map<String, String> names = estateNames(me);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            labels.text("compensation.estate"),
            labels.text("penalties.ticket"),
            labels.text("compensation.kind"),
            labels.text("compensation.amount"),
            labels.text("compensation.state"),
            labels.text("compensation.reason"),
            labels.text("compensation.by"),
            labels.text("compensation.decider"),
            labels.text("compensation.when")));
    for (Compensation each : figures.decided(wanted, me.scope())) {
      rows.add(
          List.of(
              estate(Objects.toString(each.estate(), ""), names),
              each.ticket().toString(),
              labels.name("compensation-kind", each.kind()),
              Money.of(each.cents()),
              labels.name("compensation-state", each.state()),
              each.reason(),
              staff.of(each.proposedBy()),
              staff.of(each.decidedBy()),
              labels.fullTime(Objects.requireNonNull(each.decidedAt()))));
    }
    Downloads.csv(response, "compensations-" + wanted + ".csv", rows);
  }

  @PostMapping(PATH + "/limits")
  ModelAndView saveLimits(
      @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    Map<Role, Long> wanted = new EnumMap<>(Role.class);
    boolean wrong = false;
    for (Role role : Limits.ROLES) {
      String value = Objects.requireNonNullElse(typed.get(role.code()), "").strip();
      if (value.equals("*")) {
        wanted.put(role, Limits.ANY);
      } else if (!value.isEmpty()) {
        OptionalLong cents = Money.find(value);
        cents.ifPresent(limit -> wanted.put(role, limit));
        wrong |= cents.isEmpty();
      }
    }
    if (wrong) {
      List<LimitView> shown =
          Limits.ROLES.stream()
              .map(role -> limit(role, Objects.requireNonNullElse(typed.get(role.code()), "")))
              .toList();
      return overview(
          "",
          shown,
          labels.text("compensation.limits.error"),
          HttpStatus.UNPROCESSABLE_CONTENT,
          me);
    }
    limits.save(wanted, me);
    return new ModelAndView("redirect:" + PATH + "?saved");
  }

  private List<LimitView> limitViews() {
    Map<Role, Long> now = limits.all();
    return Limits.ROLES.stream()
        .map(
            role -> {
              long limit = now.getOrDefault(role, Limits.NONE);
              return limit(
                  role, limit == Limits.NONE ? "" : limit == Limits.ANY ? "*" : Money.of(limit));
            })
        .toList();
  }

  private LimitView limit(Role role, String value) {
    return new LimitView(role.code(), labels.name("role", role.code()), value);
  }

  private Map<String, String> estateNames(SignedInUser me) {
    return choices.estates(me.scope()).stream()
        .collect(Collectors.toMap(Choice::value, Choice::text));
  }

  private String estate(String id, Map<String, String> names) {
    return id.isEmpty() ? labels.text("tickets.placeUnknown") : names.getOrDefault(id, id);
  }
}
