package cn.wuye.hotline.backend.console.quality;

import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.quality.ItemState;
import cn.wuye.hotline.backend.quality.QualityDesk;
import cn.wuye.hotline.backend.quality.QualityItem;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The work list of quality checks, and one of them. */
@Controller
class QualityController {
  static final String PATH = "/console/quality";
  private static final String ONE = PATH + "/{id:[0-9]{1,18}}";
  private static final String ALL = "all";

  private final QualityDesk desk;
  private final QualityDeeds deeds;
  private final QualityPage page;
  private final QualityViews views;
  private final Choices choices;
  private final Labels labels;

  QualityController(
      QualityDesk desk,
      QualityDeeds deeds,
      QualityPage page,
      QualityViews views,
      Choices choices,
      Labels labels) {
    this.desk = desk;
    this.deeds = deeds;
    this.page = page;
    this.views = views;
    this.choices = choices;
    this.labels = labels;
  }

  @GetMapping(PATH)
  ModelAndView list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String agent,
      @RequestParam(defaultValue = "false") boolean low,
      @RequestParam(defaultValue = "0") long after,
      @AuthenticationPrincipal SignedInUser me) {
    String shown =
        state.isEmpty() ? (me.checksQuality() ? ItemState.OPEN.code() : ALL) : state.strip();
    List<QualityItem> found =
        desk.list(
            new QualityDesk.Query(
                Coded.find(ItemState.class, shown).orElse(null), agent.strip(), low, after),
            me);
    return new ModelAndView("quality")
        .addObject("items", views.of(found, me))
        .addObject("state", shown)
        .addObject("agent", agent)
        .addObject("low", low)
        .addObject("checks", me.checksQuality())
        .addObject("states", choices.of("quality-state", ItemState.class))
        .addObject(
            "next",
            found.size() < QualityDesk.PAGE ? "" : Long.toString(found.get(found.size() - 1).id()));
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    return page.of(require(id, me), me);
  }

  @PostMapping(ONE + "/score")
  ModelAndView score(
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal SignedInUser me) {
    return answer(deeds.score(require(id, me), typed, me), id, typed, me);
  }

  @PostMapping(ONE + "/dispute")
  ModelAndView dispute(
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal SignedInUser me) {
    return answer(deeds.dispute(require(id, me), typed, me), id, typed, me);
  }

  @PostMapping(ONE + "/answer")
  ModelAndView answer(
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal SignedInUser me) {
    return answer(deeds.answer(require(id, me), typed, me), id, typed, me);
  }

  private QualityItem require(long id, SignedInUser me) {
    return desk.find(id, me).orElseThrow(() -> new NoSuchPage("quality " + id));
  }

  private ModelAndView answer(
      QualityDeeds.Done done, long id, Map<String, String> typed, SignedInUser me) {
    return switch (done.how()) {
      case DONE -> new ModelAndView("redirect:" + PATH + "/" + id + "?saved");
      case UNKNOWN -> throw new NoSuchPage("quality " + id);
      default -> {
        ModelAndView again = page.of(require(id, me), typed, me);
        again.setStatus(done.late() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        yield again.addObject("problem", labels.text("quality.error." + done.how().code()));
      }
    };
  }
}
