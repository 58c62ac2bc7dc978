package cn.wuye.hotline.backend.console.quality;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.quality.Criteria;
import cn.wuye.hotline.backend.quality.CriteriaBook;
import cn.wuye.hotline.backend.quality.Criterion;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is scored, for the whole company. */
@Controller
class CriteriaController {
  private static final String PATH = QualityController.PATH + "/criteria";
  private static final int NEW_ROWS = 2;

  private final CriteriaBook book;
  private final Labels labels;

  CriteriaController(CriteriaBook book, Labels labels) {
    this.book = book;
    this.labels = labels;
  }

  /**
   * A criterion as it is shown and typed; without names it is none.
   *
   * @param number of its row in the form
   * @param order where it is to stand
   */
  record CriterionRow(
      int number, String order, String zh, String en, String weight, String most, boolean active) {
    /** Whether nothing stands there; for the template, too. */
    public boolean blank() {
      return zh.isEmpty() && en.isEmpty();
    }

    /** What is no number is none that can be kept. */
    Criterion criterion() {
      return new Criterion(number, zh, en, whole(weight), whole(most), active);
    }

    int wanted() {
      return whole(order);
    }

    private static int whole(String typed) {
      return typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
    }
  }

  @GetMapping(PATH)
  ModelAndView criteria(@AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    Criteria now = book.current();
    return page(now.version(), rows(now), "", HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView save(
      @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    String base = text(typed, "version");
    int version = base.matches("[0-9]{1,6}") ? Integer.parseInt(base) : 0;
    List<CriterionRow> rows = new ArrayList<>();
    for (int n = 1; n <= Criteria.MOST && typed.containsKey("zh-" + n); n++) {
      rows.add(
          new CriterionRow(
              n,
              text(typed, "order-" + n),
              text(typed, "zh-" + n),
              text(typed, "en-" + n),
              text(typed, "weight-" + n),
              text(typed, "most-" + n),
              typed.containsKey("active-" + n)));
    }
    Optional<String> wrong =
        book.save(
            version,
            rows.stream()
                .filter(row -> !row.blank())
                .sorted(Comparator.comparingInt(CriterionRow::wanted))
                .map(CriterionRow::criterion)
                .toList(),
            me);
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "?saved");
    }
    boolean stale = wrong.get().equals("stale");
    return page(
        stale ? book.current().version() : version,
        rows,
        labels.text("quality.criteria.error." + wrong.get()),
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static ModelAndView page(
      int version, List<CriterionRow> rows, String problem, HttpStatus status) {
    return new ModelAndView("quality-criteria", status)
        .addObject("version", version)
        .addObject("rows", rows)
        .addObject("problem", problem);
  }

  private static List<CriterionRow> rows(Criteria now) {
    List<CriterionRow> rows = new ArrayList<>();
    for (Criterion each : now.all()) {
      rows.add(
          new CriterionRow(
              each.position(),
              Integer.toString(each.position()),
              each.zh(),
              each.en(),
              Integer.toString(each.weight()),
              Integer.toString(each.most()),
              each.active()));
    }
    int last = Math.min(rows.size() + NEW_ROWS, Criteria.MOST);
    for (int n = rows.size() + 1; n <= last; n++) {
      rows.add(new CriterionRow(n, Integer.toString(n), "", "", "", "", true));
    }
    return rows;
  }

  private static String text(Map<String, String> typed, String name) {
    return Objects.requireNonNullElse(typed.get(name), "").strip();
  }
}
