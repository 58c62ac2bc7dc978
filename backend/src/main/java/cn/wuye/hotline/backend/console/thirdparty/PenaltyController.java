package cn.wuye.hotline.backend.console.thirdparty;

import cn.wuye.hotline.backend.console.Downloads;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.Money;
import cn.wuye.hotline.backend.console.Months;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.thirdparty.Penalties;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What third parties owe, by month, for those who may take figures away. */
@Controller
class PenaltyController {
  private final Penalties penalties;
  private final Months months;
  private final Labels labels;

  PenaltyController(Penalties penalties, Months months, Labels labels) {
    this.penalties = penalties;
    this.months = months;
    this.labels = labels;
  }

  /** A company with what it missed. */
  record Group(String name, String sum, List<Line> lines) {}

  /** A miss in words. */
  record Line(String ticket, String target, String due, String late, String amount) {}

  @GetMapping("/console/penalties")
  ModelAndView page(
      @RequestParam(defaultValue = "") String month, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.takesDataAway());
    YearMonth wanted = months.of(month);
    Map<String, List<Penalties.Miss>> byCompany =
        penalties.of(wanted, me.scope()).stream()
            .collect(
                Collectors.groupingBy(
                    Penalties.Miss::party, LinkedHashMap::new, Collectors.toList()));
    return new ModelAndView("penalties")
        .addObject("month", wanted.toString())
        .addObject("groups", byCompany.values().stream().map(this::group).toList());
  }

  private Group group(List<Penalties.Miss> misses) {
    return new Group(
        misses.get(0).name(),
        Money.of(misses.stream().mapToLong(Penalties.Miss::cents).sum()),
        misses.stream().map(this::line).toList());
  }

  private Line line(Penalties.Miss miss) {
    return new Line(
        miss.ticket().toString(),
        labels.name("contract-target", miss.target()),
        labels.fullTime(miss.due()),
        labels.text(
            miss.reached() ? "penalties.late" : "penalties.never", labels.amount(miss.late())),
        Money.of(miss.cents()));
  }

  @GetMapping("/console/penalties.csv")
  void csv(
      @RequestParam(defaultValue = "") String month,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletResponse response)
      throws IOException {
    PlaceRights.require(me.takesDataAway());
    YearMonth wanted = months.of(month);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            labels.text("penalties.company"),
            labels.text("penalties.ticket"),
            labels.text("penalties.target"),
            labels.text("penalties.due"),
            labels.text("penalties.minutes"),
            labels.text("penalties.reached"),
            labels.text("penalties.amount")));
    for (Penalties.Miss miss : penalties.of(wanted, me.scope())) {
      rows.add(
          List.of(
              miss.name(),
              miss.ticket().toString(),
              labels.name("contract-target", miss.target()),
              labels.fullTime(miss.due()),
              Long.toString(miss.late().toMinutes()),
              labels.text(miss.reached() ? "yes" : "no"),
              Money.of(miss.cents())));
    }
    Downloads.csv(response, "penalties-" + wanted + ".csv", rows);
  }
}
